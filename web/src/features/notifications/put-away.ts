/** The list of what is open, once something is put away or is back. */
import type { NotificationList } from '@hub/contracts';

type Listed = NotificationList['notifications'][number];

export function putAway(list: NotificationList, id: string): NotificationList {
  const gone = list.notifications.find((one) => one.id === id);
  return gone
    ? counted(
        list,
        gone,
        -1,
        list.notifications.filter((one) => one !== gone),
      )
    : list;
}

/** Where it was: the newest come first. */
export function putBack(list: NotificationList, back: Listed): NotificationList {
  if (list.notifications.some(({ id }) => id === back.id)) return list;
  const notifications = [...list.notifications, back].sort(
    (a, b) => b.createdAt.localeCompare(a.createdAt) || b.id.localeCompare(a.id),
  );
  return counted(list, back, 1, notifications);
}

function counted(list: NotificationList, one: Listed, by: 1 | -1, notifications: Listed[]): NotificationList {
  return {
    notifications,
    unread: list.unread + (one.readAt === null ? by : 0),
    needsMe: list.needsMe + (one.needs === 'me' ? by : 0),
  };
}
