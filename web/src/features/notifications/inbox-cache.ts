/** What concerns the reader, kept as fresh as the hub's events. */
import { reduceNotifications, type Hub } from '@hub/client';
import type { HubEvent, NotificationList } from '@hub/contracts';
import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { Fetching, folded, keepFresh } from '../../keep-fresh';
import { markRead } from './mark-read';

const key = ['notifications'];

export class InboxCache {
  private readonly fetching: Fetching;

  constructor(
    private readonly hub: Hub,
    private readonly client: QueryClient,
  ) {
    this.fetching = new Fetching(hub);
    hub.onEvents((events) => this.take(events));
    hub.onReset(() => void client.invalidateQueries({ queryKey: key }));
  }

  list() {
    return queryOptions({
      queryKey: key,
      queryFn: () => this.fetching.fresh(() => this.hub.call('notification.list', {}), reduceNotifications),
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

  private take(events: HubEvent[]): void {
    keepFresh<NotificationList>(this.client, key, (list) => folded(list, events, reduceNotifications));
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
