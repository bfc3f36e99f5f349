/** Everything the reader has not read, kept as fresh as the hub's events. What events alone cannot tell is fetched. */
import { reduceUnread, type Hub } from '@hub/client';
import type { ChannelPage, HubEvent, UnreadList, UnreadTopic } from '@hub/contracts';
import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { Fetching, folded, keepFresh, type Fold } from '../../keep-fresh';
import { unreadCounts } from './unread-counts';

const key = ['unread'];
/** Many events that need a fetch come together; one serves them all. */
const fetchPauseMs = 500;

export class UnreadCache {
  private readonly fetching: Fetching;
  private waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly hub: Hub,
    private readonly client: QueryClient,
  ) {
    this.fetching = new Fetching(hub);
    // Channels' pages take the events first: they know how far a topic was read before.
    hub.onEvents((events) => queueMicrotask(() => this.take(events)));
    hub.onReset(() => this.fetchAgain());
  }

  list() {
    return queryOptions({
      queryKey: key,
      queryFn: () => this.fetching.fresh(() => this.load(), this.fold),
      staleTime: Infinity,
      structuralSharing: false,
    });
  }

  counts() {
    return queryOptions({ ...this.list(), select: unreadCounts });
  }

  async markRead({ id, reading, lastSeq }: UnreadTopic): Promise<void> {
    await this.hub.call('read.move', { topicId: id, epoch: reading.epoch, seq: lastSeq });
  }

  /** As it was before: everything after the place where the reader stood. */
  async markUnread({ id, reading }: UnreadTopic): Promise<void> {
    await this.hub.call('read.move', { topicId: id, epoch: reading.epoch + 1, seq: reading.seq });
  }

  private async load(): Promise<UnreadList> {
    const list = await this.hub.call('unread.list', {});
    for (const { id, lastSeq } of list.channels) this.hub.follow(id, lastSeq);
    return list;
  }

  private readonly fold: Fold<UnreadList> = (list, event) => {
    const page = 'channelId' in event ? this.client.getQueryData<ChannelPage>(['channel', event.channelId]) : undefined;
    return reduceUnread(list, event, this.hub.reader(), page);
  };

  private take(events: readonly HubEvent[]): void {
    keepFresh<UnreadList>(
      this.client,
      key,
      (list) => folded(list, events, this.fold),
      () => this.fetchSoon(),
    );
  }

  private fetchSoon(): void {
    this.waiting ??= setTimeout(() => {
      this.waiting = undefined;
      this.fetchAgain();
    }, fetchPauseMs);
  }

  private fetchAgain(): void {
    void this.client.invalidateQueries({ queryKey: key });
  }
}
