/** What concerns the reader, kept as fresh as the hub's events. */
import { reduceNotifications, type Hub } from '@hub/client';
import type { Box, HubEvent, NotificationList } from '@hub/contracts';
import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { Fetching, folded, keepFresh, type Fold } from '../../keep-fresh';

const key = 'notifications';
export const inboxKey = (box: Box) => [key, box] as const;

/** Only what is open is brought up to date by events; the other boxes are loaded afresh when anything moves. */
const foldOf = (box: unknown): Fold<NotificationList> =>
  box === 'open' ? reduceNotifications : (list, { kind }) => (kind.startsWith('notification') ? undefined : list);

export class InboxCache {
  private readonly fetching: Fetching;

  constructor(
    readonly hub: Hub,
    readonly client: QueryClient,
  ) {
    this.fetching = new Fetching(hub);
    hub.onEvents((events) => this.take(events));
    hub.onReset(() => void client.invalidateQueries({ queryKey: [key] }));
  }

  list(box: Box = 'open') {
    return queryOptions({
      queryKey: inboxKey(box),
      queryFn: () => this.fetching.fresh(() => this.hub.call('notification.list', { box }), foldOf(box)),
      staleTime: Infinity,
      structuralSharing: false,
    });
  }

  private take(events: HubEvent[]): void {
    keepFresh<NotificationList>(this.client, [key], (list, [, box]) => folded(list, events, foldOf(box)));
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
