/**
 * What of channels, topics and messages is loaded, kept as fresh as the hub's events: nothing here is fetched twice to
 * stay current. Whatever arrives while something is being fetched is applied to it afterwards.
 */
import type { Hub } from '@hub/client';
import type { ChannelPage, HubEvent, Input, Message, MessagePage, Reading, TopicPage } from '@hub/contracts';
import { notifyManager, queryOptions, type QueryClient } from '@tanstack/react-query';
import { foldWindow, openWindow, withChanged, withNewer, withOlder, type MessageWindow } from './message-window';
import { OutgoingList } from './outgoing';
import { foldChannelPage, foldTopicPage } from './topic-list';

const rememberedEvents = 500;

const volatile: ReadonlySet<HubEvent['kind']> = new Set(['sync.digest', 'typing.changed', 'presence.changed']);

/** Where in a topic to open: at a message (its id or seq) or a time; left out, where its reader left off. */
export type Place = { around: string | number } | { since: string };

export class ConversationCache {
  readonly outgoing: OutgoingList;
  /** The latest events, for what is being fetched while they arrive. */
  private recent: HubEvent[] = [];
  private openings = 0;
  /** How many messages are asked for at once; left out, as many as the hub gives. */
  pageSize: number | undefined;

  constructor(
    private readonly hub: Hub,
    private readonly client: QueryClient,
  ) {
    this.outgoing = new OutgoingList(hub.outbox);
    hub.onEvents((events) => this.take(events));
    hub.onReset(() => this.reset());
  }

  channel(channelId: string) {
    return queryOptions({
      queryKey: ['channel', channelId],
      queryFn: async () => {
        const page = await this.hub.call('channel.read', { channelId });
        this.hub.follow(channelId, page.lastSeq);
        return this.recent.reduce(foldChannelPage, page);
      },
      staleTime: Infinity,
      structuralSharing: false,
    });
  }

  topic(topicId: string) {
    return queryOptions({
      queryKey: ['topic', topicId],
      queryFn: async () => this.recent.reduce(foldTopicPage, await this.hub.call('topic.read', { topicId })),
      staleTime: Infinity,
      structuralSharing: false,
    });
  }

  /** The stretch that a reader sees first. */
  messages(topicId: string, place?: Place) {
    return queryOptions({
      queryKey: ['messages', topicId],
      queryFn: () => this.open(topicId, place),
      staleTime: Infinity,
      structuralSharing: false,
    });
  }

  /** Loads the stretch at a place, or the latest one, in place of what is shown. */
  async reopen(topicId: string, place: Place | 'latest'): Promise<void> {
    const window = await this.open(topicId, place);
    this.client.setQueryData(['messages', topicId], window);
  }

  async loadOlder(topicId: string): Promise<void> {
    const before = this.window(topicId)?.messages[0]?.seq;
    if (before === undefined) return;
    const page = await this.list(topicId, { before });
    this.change(topicId, (window) => (window.messages[0]?.seq === before ? withOlder(window, page) : window));
  }

  async loadNewer(topicId: string): Promise<void> {
    const after = this.window(topicId)?.messages.at(-1)?.seq;
    if (after === undefined) return;
    const page = await this.list(topicId, { after });
    this.change(topicId, (window) =>
      window.messages.at(-1)?.seq === after ? foldWindow(withNewer(window, page), topicId, this.recent) : window,
    );
  }

  /** The messages of a topic that are loaded, in order. */
  loaded(topicId: string): readonly Message[] {
    return this.window(topicId)?.messages ?? [];
  }

  message(topicId: string, messageId: string): Message | undefined {
    return this.loaded(topicId).find(({ id }) => id === messageId);
  }

  /** Shows what is about to happen to a message, or what the hub answered, before its event comes. */
  show(topicId: string, messageId: string, change: (message: Message) => Message): void {
    this.change(topicId, (window) => withChanged(window, messageId, change));
  }

  /** How far the reader has read, as the hub answered. */
  showReading(topicId: string, reading: Reading): void {
    this.client.setQueryData<TopicPage>(['topic', topicId], (page) => {
      if (!page) return page;
      const { epoch, seq } = page.topic.reading;
      const isNewer = reading.epoch > epoch || (reading.epoch === epoch && reading.seq >= seq);
      return isNewer ? { ...page, topic: { ...page.topic, reading } } : page;
    });
  }

  /** From the channel's head that came with the topic on, the hub keeps events without holes; the page must reach it. */
  private async open(topicId: string, place?: Place | 'latest'): Promise<MessageWindow> {
    const [page, { topic, channel }] = await Promise.all([
      this.list(topicId, typeof place === 'object' ? place : {}),
      this.client.ensureQueryData(this.topic(topicId)),
    ]);
    const { unread, seq: read } = topic.reading;
    const atUnread = place === undefined && unread > 0 && page.hasOlder && (page.messages[0]?.seq ?? 0) > read;
    let window = openWindow(atUnread ? await this.list(topicId, { around: read + 1 }) : page, ++this.openings);
    while (!window.hasNewer && (window.messages.at(-1)?.seq ?? 0) < topic.lastSeq) {
      const after = window.messages.at(-1)?.seq ?? 0;
      window = withNewer(window, await this.list(topicId, { after }));
      if ((window.messages.at(-1)?.seq ?? 0) === after) break;
    }
    this.hub.follow(channel.id, channel.lastSeq);
    return foldWindow(window, topicId, this.recent);
  }

  private list(topicId: string, place: Partial<Input<'message.list'>>): Promise<MessagePage> {
    return this.hub.call('message.list', { ...place, topicId, limit: this.pageSize });
  }

  private window(topicId: string): MessageWindow | undefined {
    return this.client.getQueryData<MessageWindow>(['messages', topicId]);
  }

  private change(topicId: string, fold: (window: MessageWindow) => MessageWindow): void {
    this.client.setQueryData<MessageWindow>(['messages', topicId], (window) => window && fold(window));
  }

  private take(told: HubEvent[]): void {
    const events = told.filter(({ kind }) => !volatile.has(kind));
    if (events.length === 0) return;
    this.recent = [...this.recent, ...events].slice(-rememberedEvents);
    this.fold<ChannelPage>('channel', (page) => events.reduce(foldChannelPage, page));
    this.fold<TopicPage>('topic', (page) => events.reduce(foldTopicPage, page));
    this.fold<MessageWindow>('messages', (window, topicId) => foldWindow(window, topicId, events));
    for (const event of events) {
      if (event.kind === 'topic.changed' && event.topic === null) this.forget(event.topicId);
      if (event.kind === 'channel.lost') this.forgetChannel(event.channelId);
    }
    // After those who show the messages have been told of them.
    notifyManager.schedule(() => this.outgoing.told(events));
  }

  private fold<T>(kind: string, fold: (data: T, id: string) => T): void {
    for (const [queryKey, data] of this.client.getQueriesData<T>({ queryKey: [kind] })) {
      if (data === undefined) continue;
      const folded = fold(data, String(queryKey[1]));
      if (folded !== data) this.client.setQueryData(queryKey, folded);
    }
  }

  /** It moved to another channel, where its messages have other places; or the reader may not see it any more. */
  private forget(topicId: string): void {
    for (const kind of ['topic', 'messages']) void this.client.resetQueries({ queryKey: [kind, topicId] });
  }

  private forgetChannel(channelId: string): void {
    for (const [, page] of this.client.getQueriesData<TopicPage>({ queryKey: ['topic'] }))
      if (page?.channel.id === channelId) this.forget(page.topic.id);
    void this.client.resetQueries({ queryKey: ['channel', channelId] });
  }

  private reset(): void {
    this.recent = [];
    this.outgoing.forgetSent();
    for (const kind of ['channel', 'topic', 'messages']) void this.client.invalidateQueries({ queryKey: [kind] });
  }
}

const caches = new WeakMap<Hub, ConversationCache>();

/** One for each connection; made on first use, before anything of it is loaded. */
export function conversationCache(hub: Hub, client: QueryClient, pageSize?: number): ConversationCache {
  const cache = caches.get(hub) ?? new ConversationCache(hub, client);
  cache.pageSize = pageSize;
  caches.set(hub, cache);
  return cache;
}
