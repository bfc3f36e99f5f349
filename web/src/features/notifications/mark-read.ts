import type { NotificationList } from '@hub/contracts';

/** The list as it will be once those named, or all, are read. What needs the reader needs them still. */
export function markRead(list: NotificationList, ids: readonly string[] | undefined, readAt: string): NotificationList {
  const named = ids && new Set(ids);
  let marked = 0;
  const notifications = list.notifications.map((one) => {
    if (one.readAt !== null || (named && !named.has(one.id))) return one;
    marked++;
    return { ...one, readAt };
  });
  return { ...list, notifications, unread: named ? Math.max(0, list.unread - marked) : 0 };
}
