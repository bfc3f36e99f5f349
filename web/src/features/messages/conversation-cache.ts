/**
 * What of channels, topics and messages is loaded, kept as fresh as the hub's events: nothing here is fetched twice to
 * stay current. Whatever arrives while something is being fetched is applied to it afterwards.
 */
import { reduceChannelPage, reduceStretch, reduceTopicPage, type Hub, type Stretch } from '@hub/client';
import type { ChannelPage, HubEvent, Input, Message, Reading, TopicPage } from '@hub/contracts';
import { notifyManager, queryOptions, type QueryClient, type QueryKey } from '@tanstack/react-query';
import { Fetching, folded, keepFresh, type Fold } from '../../keep-fresh';
import { openWindow, withChanged, withNewer, withOlder, type MessageWindow } from './message-window';
import { OutgoingList } from './outgoing';

const volatile: ReadonlySet<HubEvent['kind']> = new Set(['sync.digest', 'typing.changed', 'presence.changed']);

/** Where in a topic to open: at a message (its id or seq) or a time; left out, where its reader left off. */
export type Place = { around: string | number } | { since: string };

export class ConversationCache {
  readonly outgoing: OutgoingList;
  private readonly fetching: Fetching;
  private openings = 0;
  /** How many messages are asked for at once; left out, as many as the hub gives. */
  pageSize: number | undefined;

  constructor(
    private readonly hub: Hub,
    private readonly client: QueryClient,
  ) {
    this.outgoing = new OutgoingList(hub.outbox);
    this.fetching = new Fetching(hub);
    hub.onEvents((events) => this.take(events));
    hub.onReset((channelId) => this.reset(channelId));
  }

  channel(channelId: string) {
    return queryOptions({
      queryKey: ['channel', channelId],
      queryFn: async () => {
        const page = await this.fetching.fresh(() => this.hub.call('channel.read', { channelId }), this.ofChannel);
        this.hub.follow(channelId, page.lastSeq);
        return page;
      },
      staleTime: Infinity,
      structuralSharing: false,
    });
  }

  topic(topicId: string) {
    return queryOptions({
      queryKey: ['topic', topicId],
      queryFn: async () => {
        const page = await this.fetching.fresh(() => this.hub.call('topic.read', { topicId }), this.ofTopic);
        this.hub.follow(page.channel.id, page.channel.lastSeq);
        return page;
      },
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

  /** Loads the stretch at a place, or the latest one, in place of what is shown, if it is still wanted by then. */
  async reopen(topicId: string, place: Place | 'latest', wanted: () => boolean): Promise<void> {
    const window = await this.open(topicId, place);
    if (wanted()) this.client.setQueryData(['messages', topicId], window);
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
    this.change(topicId, (window) => (window.messages.at(-1)?.seq === after ? withNewer(window, page) : window));
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

  private open(topicId: string, place?: Place | 'latest'): Promise<MessageWindow> {
    return this.fetching.fresh(() => this.fetchAround(topicId, place), this.ofMessages(topicId));
  }

  /** What the topic counts must be in the window, since no event brings it again. */
  private async fetchAround(topicId: string, place?: Place | 'latest'): Promise<MessageWindow> {
    const [page, { topic }] = await Promise.all([
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
    return window;
  }

  private list(topicId: string, place: Partial<Input<'message.list'>>): Promise<Stretch> {
    const input = { ...place, topicId, limit: this.pageSize };
    return this.fetching.fresh<Stretch>(
      () => this.hub.call('message.list', input),
      (page, event) => reduceStretch(page, topicId, event),
    );
  }

  private window(topicId: string): MessageWindow | undefined {
    return this.client.getQueryData<MessageWindow>(['messages', topicId]);
  }

  private change(topicId: string, fold: (window: MessageWindow) => MessageWindow): void {
    this.client.setQueryData<MessageWindow>(['messages', topicId], (window) => window && fold(window));
  }

  private readonly ofChannel: Fold<ChannelPage> = (page, event) => reduceChannelPage(page, event, this.hub.reader());
  private readonly ofTopic: Fold<TopicPage> = (page, event) => reduceTopicPage(page, event, this.hub.reader());
  private readonly ofMessages =
    (topicId: string): Fold<MessageWindow> =>
    (window, event) =>
      reduceStretch(window, topicId, event);

  private take(told: HubEvent[]): void {
    const events = told.filter(({ kind }) => !volatile.has(kind));
    if (events.length === 0) return;
    const lost = events.some(({ kind }) => kind === 'channel.lost');
    const moved = new Set(
      events.flatMap((event) => (event.kind === 'topic.changed' && !event.topic ? [event.topicId] : [])),
    );
    // What is not there any more, or is another conversation now, is not shown while it is being asked for.
    const again = (queryKey: QueryKey) =>
      void (lost || moved.has(String(queryKey[1]))
        ? this.client.resetQueries({ queryKey, exact: true })
        : this.client.invalidateQueries({ queryKey, exact: true }));
    keepFresh<ChannelPage>(this.client, ['channel'], (page) => folded(page, events, this.ofChannel), again);
    keepFresh<TopicPage>(this.client, ['topic'], (page) => folded(page, events, this.ofTopic), again);
    keepFresh<MessageWindow>(
      this.client,
      ['messages'],
      (window, [, topicId]) => folded(window, events, this.ofMessages(String(topicId))),
      again,
    );
    // After those who show the messages have been told of them.
    notifyManager.schedule(() => this.outgoing.told(events));
  }

  private reset(channelId?: string): void {
    this.outgoing.forgetSent();
    const isOf = ([kind, id]: QueryKey, data: unknown) =>
      channelId === undefined ||
      (kind === 'channel' && id === channelId) ||
      (kind === 'topic' && (data as TopicPage | undefined)?.channel.id === channelId) ||
      (kind === 'messages' && (data as MessageWindow | undefined)?.messages[0]?.channelId === channelId);
    for (const kind of ['channel', 'topic', 'messages'])
      void this.client.invalidateQueries({
        queryKey: [kind],
        predicate: ({ queryKey, state }) => isOf(queryKey, state.data),
      });
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
