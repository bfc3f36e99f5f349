/** What concerns the reader, after an event. Undefined: it is to be loaded afresh. */
import type { HubEvent, MessageNotification, Notification, NotificationList } from '@hub/contracts';
import { excerptIn } from './topics.js';

/** As many as `notification.list` answers. */
const longest = 50;

export function reduceNotifications(list: NotificationList, event: HubEvent): NotificationList | undefined {
  const { notifications, unread } = list;
  switch (event.kind) {
    case 'notification.created': {
      const { notification } = event;
      if (notifications.some(({ id }) => id === notification.id)) return list;
      return {
        notifications: [notification, ...notifications].slice(0, longest),
        unread: notification.readAt === null ? unread + 1 : unread,
      };
    }
    case 'notifications.read': {
      const ids = new Set(event.ids);
      const read = (one: Notification) =>
        ids.has(one.id) && one.readAt === null ? { ...one, readAt: event.readAt } : one;
      return { notifications: notifications.map(read), unread: event.unread };
    }
    case 'message.edited':
    case 'message.removed': {
      const { id } = event.message;
      return changed(list, (one) => isOfMessage(one) && one.messageId === id, { excerpt: excerptIn(event.message) });
    }
    case 'topic.changed': {
      const isOf = (one: Notification) => isOfMessage(one) && one.topicId === event.topicId;
      // Moved away, its notifications went with it, or from the reader's sight.
      if (!event.topic) return notifications.some(isOf) ? undefined : list;
      return changed(list, isOf, { topicTitle: event.topic.title });
    }
    case 'channel.changed': {
      const { id, kind, name: channelName, sensitive } = event.channel;
      const isOf = (one: Notification) => isOfMessage(one) && one.channelId === id;
      return changed(list, isOf, kind === 'direct' ? { sensitive } : { sensitive, channelName });
    }
    case 'person.erased':
      return notifications.some((one) => isOfMessage(one) && one.channelId === event.channelId) ? undefined : list;
    // What was said there while the reader was in it before is shown again.
    case 'channel.gained':
      return undefined;
    case 'channel.lost': {
      const isOf = (one: Notification) => one.kind === 'mention' && one.channelId === event.channelId;
      if (notifications.length >= longest) return undefined;
      const lost = notifications.filter(isOf);
      if (lost.length === 0) return list;
      return {
        notifications: notifications.filter((one) => !lost.includes(one)),
        unread: unread - lost.filter(({ readAt }) => readAt === null).length,
      };
    }
    default:
      return list;
  }
}

const isOfMessage = (one: Notification): one is MessageNotification => one.kind !== 'role_ending';

function changed(
  list: NotificationList,
  isMeant: (one: Notification) => boolean,
  facts: Partial<Omit<MessageNotification, 'kind'>>,
): NotificationList {
  if (!list.notifications.some(isMeant)) return list;
  return { ...list, notifications: list.notifications.map((one) => (isMeant(one) ? { ...one, ...facts } : one)) };
}
