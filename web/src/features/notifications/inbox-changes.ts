/** What the reader does with notifications: shown at once, and as it was again when the hub refuses. */
import type { Box, Notification, NotificationList } from '@hub/contracts';
import { inboxKey, type InboxCache } from './inbox-cache';
import { markRead } from './mark-read';
import { putAway, putBack } from './put-away';

/** All of them where no ids are given. */
export async function read({ hub, client }: InboxCache, ids?: string[]): Promise<void> {
  const list = client.getQueryData<NotificationList>(inboxKey('open'));
  if (list) client.setQueryData(inboxKey('open'), markRead(list, ids, new Date().toISOString()));
  await orAsBefore({ client }, async () => {
    const { unread } = await hub.call('notification.read', { ids });
    client.setQueryData<NotificationList>(inboxKey('open'), (now) => now && { ...now, unread });
  });
}

export async function setDone(cache: InboxCache, notification: Notification, done: boolean): Promise<void> {
  const { id } = notification;
  show(cache, notification, done || notification.laterUntil !== null);
  await orAsBefore(cache, () => cache.hub.call('notification.done', { ids: [id], done }));
}

/** Until an instant; null takes it back. */
export async function setLater(cache: InboxCache, notification: Notification, until: string | null): Promise<void> {
  show(cache, notification, until !== null);
  await orAsBefore(cache, () => cache.hub.call('notification.later', { ids: [notification.id], until }));
}

/** Into its box again, without waiting for the hub. */
export function restore({ client }: InboxCache, box: Box, notification: Notification): void {
  if (box === 'open') return;
  client.setQueryData<NotificationList>(inboxKey(box), (list) => list && putBack(list, notification));
}

function show({ client }: InboxCache, notification: Notification, away: boolean): void {
  client.setQueryData<NotificationList>(
    inboxKey('open'),
    (list) =>
      list &&
      (away ? putAway(list, notification.id) : putBack(list, { ...notification, doneAt: null, laterUntil: null })),
  );
}

let latest: Promise<unknown> = Promise.resolve();

/** One after the other: what is taken back at once must not overtake what it takes back. */
async function orAsBefore({ client }: Pick<InboxCache, 'client'>, work: () => Promise<unknown>): Promise<void> {
  const done = latest.then(work);
  latest = done.catch(() => undefined);
  try {
    await done;
  } catch (error) {
    void client.invalidateQueries({ queryKey: ['notifications'] });
    throw error;
  }
}
