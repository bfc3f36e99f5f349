/**
 * What of channels, topics and messages is loaded, kept as fresh as the hub's events: nothing here is fetched twice to
 * stay current. Whatever arrives while something is being fetched is applied to it afterwards.
 */
import type { Hub } from '@hub/client';
import type { ChannelPage, HubEvent, TopicPage } from '@hub/contracts';
import { notifyManager, queryOptions, type QueryClient } from '@tanstack/react-query';
import { foldWindow, openWindow, withNewer, withOlder, type MessageWindow } from './message-window';
import { OutgoingList } from './outgoing';
import { foldChannelPage, foldTopicPage } from './topic-list';

const rememberedEvents = 500;

export class ConversationCache {
  readonly outgoing: OutgoingList;
  /** The latest events, for what is being fetched while they arrive. */
  private recent: HubEvent[] = [];
  private openings = 0;

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

  /** The stretch that a reader sees first: around `seq` where a link named one, else the latest. */
  messages(topicId: string, seq?: number) {
    return queryOptions({
      queryKey: ['messages', topicId],
      queryFn: () => this.open(topicId, seq),
      staleTime: Infinity,
      structuralSharing: false,
    });
  }

  /** Loads the stretch around `seq`, or the latest one, in place of what is shown. */
  async reopen(topicId: string, seq?: number): Promise<void> {
    this.client.setQueryData(['messages', topicId], await this.open(topicId, seq));
  }

  async loadOlder(topicId: string): Promise<void> {
    const before = this.window(topicId)?.messages[0]?.seq;
    if (before === undefined) return;
    const page = await this.hub.call('message.list', { topicId, before });
    this.change(topicId, (window) => (window.messages[0]?.seq === before ? withOlder(window, page) : window));
  }

  async loadNewer(topicId: string): Promise<void> {
    const after = this.window(topicId)?.messages.at(-1)?.seq;
    if (after === undefined) return;
    const page = await this.hub.call('message.list', { topicId, after });
    this.change(topicId, (window) =>
      window.messages.at(-1)?.seq === after ? foldWindow(withNewer(window, page), topicId, this.recent) : window,
    );
  }

  /** From the channel's head that came with the topic on, the hub keeps events without holes; the page must reach it. */
  private async open(topicId: string, around?: number): Promise<MessageWindow> {
    const [page, { topic, channel }] = await Promise.all([
      this.hub.call('message.list', { topicId, around }),
      this.client.ensureQueryData(this.topic(topicId)),
    ]);
    let window = openWindow(page, ++this.openings);
    while (!window.hasNewer && (window.messages.at(-1)?.seq ?? 0) < topic.lastSeq) {
      const after = window.messages.at(-1)?.seq ?? 0;
      window = withNewer(window, await this.hub.call('message.list', { topicId, after }));
      if ((window.messages.at(-1)?.seq ?? 0) === after) break;
    }
    this.hub.follow(channel.id, channel.lastSeq);
    return foldWindow(window, topicId, this.recent);
  }

  private window(topicId: string): MessageWindow | undefined {
    return this.client.getQueryData<MessageWindow>(['messages', topicId]);
  }

  private change(topicId: string, fold: (window: MessageWindow) => MessageWindow): void {
    this.client.setQueryData<MessageWindow>(['messages', topicId], (window) => window && fold(window));
  }

  private take(events: HubEvent[]): void {
    this.recent = [...this.recent, ...events].slice(-rememberedEvents);
    const sent = events.filter((event) => event.kind === 'message.sent');
    const update = <T>(key: readonly string[], fold: (data: T) => T) =>
      this.client.setQueryData<T>(key, (data) => data && fold(data));
    for (const channelId of new Set(sent.map((event) => event.channelId)))
      update<ChannelPage>(['channel', channelId], (page) => sent.reduce(foldChannelPage, page));
    this.client.setQueriesData<TopicPage>({ queryKey: ['topic'] }, (page) => page && sent.reduce(foldTopicPage, page));
    for (const topicId of new Set(sent.map((event) => event.message.topicId)))
      this.change(topicId, (window) => foldWindow(window, topicId, sent));
    // After those who show the messages have been told of them.
    notifyManager.schedule(() => this.outgoing.told(events));
  }

  private reset(): void {
    this.recent = [];
    this.outgoing.forgetSent();
    for (const kind of ['channel', 'topic', 'messages']) void this.client.invalidateQueries({ queryKey: [kind] });
  }
}

const caches = new WeakMap<Hub, ConversationCache>();

/** One for each connection; made on first use, before anything of it is loaded. */
export function conversationCache(hub: Hub, client: QueryClient): ConversationCache {
  const known = caches.get(hub);
  if (known) return known;
  const made = new ConversationCache(hub, client);
  caches.set(hub, made);
  return made;
}
