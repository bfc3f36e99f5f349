/** What concerns the reader, kept as fresh as the hub's events. */
import type { Hub } from '@hub/client';
import { reduceNotifications } from '@hub/client';
import type { HubEvent, NotificationList } from '@hub/contracts';
import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { markRead } from './mark-read';

const key = ['notifications'];
const rememberedEvents = 100;

export class InboxCache {
  /** The latest events, for a list that is being fetched while they arrive. */
  private recent: HubEvent[] = [];
  private fetching = 0;

  constructor(
    private readonly hub: Hub,
    private readonly client: QueryClient,
  ) {
    hub.onEvents((events) => this.take(events));
    hub.onReset(() => void client.invalidateQueries({ queryKey: key }));
  }

  list() {
    return queryOptions({
      queryKey: key,
      queryFn: () => this.fetch(),
      staleTime: Infinity,
      structuralSharing: false,
    });
  }

  /** Shown as read at once; as it was again when the hub refuses. All of them where no ids are given. */
  async read(ids?: string[]): Promise<void> {
    const before = this.client.getQueryData<NotificationList>(key);
    if (before) this.client.setQueryData(key, markRead(before, ids, new Date().toISOString()));
    try {
      const { unread } = await this.hub.call('notification.read', { ids });
      this.client.setQueryData<NotificationList>(key, (list) => list && { ...list, unread });
    } catch (error) {
      void this.client.invalidateQueries({ queryKey: key });
      throw error;
    }
  }

  private async fetch(): Promise<NotificationList> {
    if (this.fetching++ === 0) this.recent = [];
    try {
      const list = await this.hub.call('notification.list', {});
      return this.recent.reduce(reduceNotifications, list);
    } finally {
      this.fetching--;
    }
  }

  private take(events: HubEvent[]): void {
    const mine = events.filter((event) => event.kind !== 'message.sent');
    if (mine.length === 0) return;
    if (this.fetching > 0) this.recent = [...this.recent, ...mine].slice(-rememberedEvents);
    this.client.setQueryData<NotificationList>(
      key,
      (list) => list && mine.reduce<NotificationList>(reduceNotifications, list),
    );
  }
}

const caches = new WeakMap<Hub, InboxCache>();

/** One for each connection; made on first use, before anything of it is loaded. */
export function inboxCache(hub: Hub, client: QueryClient): InboxCache {
  const known = caches.get(hub);
  if (known) return known;
  const made = new InboxCache(hub, client);
  caches.set(hub, made);
  return made;
}
