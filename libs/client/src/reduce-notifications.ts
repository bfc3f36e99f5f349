/** What concerns the reader, after an event. Undefined: it is to be loaded afresh. */
import type { HubEvent, MessageNotification, Notification, NotificationList } from '@hub/contracts';
import { excerptIn } from './topics.js';

/** As many as `notification.list` answers. */
const longest = 50;

/** For the list of what is open. */
export function reduceNotifications(list: NotificationList, event: HubEvent): NotificationList | undefined {
  const { notifications } = list;
  switch (event.kind) {
    case 'notification.created': {
      const { notification } = event;
      const before = notifications.find(({ id }) => id === notification.id);
      if (before && before.count >= notification.count && before.createdAt >= notification.createdAt) return list;
      const others = notifications.filter(({ id }) => id !== notification.id);
      return {
        notifications: [notification, ...others].slice(0, longest),
        unread: list.unread + unreadOf(notification) - unreadOf(before),
        needsMe: list.needsMe + needingOf(notification) - needingOf(before),
      };
    }
    case 'notifications.read': {
      const ids = new Set(event.ids);
      const read = (one: Notification) =>
        ids.has(one.id) && one.readAt === null ? { ...one, readAt: event.readAt } : one;
      return { ...list, notifications: notifications.map(read), unread: event.unread };
    }
    case 'notifications.changed': {
      // What is taken back may be any that is not here.
      if (event.doneAt === null && event.laterUntil === null) return undefined;
      const ids = new Set(event.ids);
      if (notifications.length >= longest) return undefined;
      return {
        notifications: notifications.filter(({ id }) => !ids.has(id)),
        unread: event.unread,
        needsMe: event.needsMe,
      };
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
    // What it says, and whether it still needs the reader, the hub knows.
    case 'broadcast.changed':
      return unlessAbout(list, event.broadcastId);
    case 'milestone.changed':
      return unlessAbout(list, event.milestone.id);
    case 'visit.changed':
      return unlessAbout(list, event.visit.id);
    // What was said there while the reader was in it before is shown again.
    case 'channel.gained':
      return undefined;
    case 'channel.lost': {
      const isOf = (one: Notification) =>
        isOfMessage(one) && one.kind !== 'report' && one.channelId === event.channelId;
      if (notifications.length >= longest) return undefined;
      const lost = notifications.filter(isOf);
      if (lost.length === 0) return list;
      return {
        notifications: notifications.filter((one) => !lost.includes(one)),
        unread: lost.reduce((left, one) => left - unreadOf(one), list.unread),
        needsMe: lost.reduce((left, one) => left - needingOf(one), list.needsMe),
      };
    }
    default:
      return list;
  }
}

/** As long as none is about it. */
function unlessAbout(list: NotificationList, id: string): NotificationList | undefined {
  return list.notifications.some((one) => aboutOf(one) === id) ? undefined : list;
}

function aboutOf(one: Notification): string | undefined {
  if ('broadcastId' in one) return one.broadcastId;
  if ('milestoneId' in one) return one.milestoneId;
  return 'visitId' in one ? one.visitId : undefined;
}

const isOfMessage = (one: Notification): one is MessageNotification => 'messageId' in one;
const unreadOf = (one: Notification | undefined) => (one?.readAt === null ? 1 : 0);
const needingOf = (one: Notification | undefined) => (one?.needs === 'me' ? 1 : 0);

function changed(
  list: NotificationList,
  isMeant: (one: Notification) => boolean,
  facts: Partial<Omit<MessageNotification, 'kind'>>,
): NotificationList {
  if (!list.notifications.some(isMeant)) return list;
  return { ...list, notifications: list.notifications.map((one) => (isMeant(one) ? { ...one, ...facts } : one)) };
}
