/** How events change what a reader has loaded: pure, so that old state and events equal freshly fetched state. */
import type { HubEvent, Message, NotificationList } from '@hub/contracts';

/** A topic's loaded messages, in the order of seq, after one more event. The same array when nothing changes. */
export function reduceMessages(messages: readonly Message[], topicId: string, event: HubEvent): readonly Message[] {
  if (event.kind !== 'message.sent' || event.message.topicId !== topicId) return messages;
  const last = messages.at(-1);
  if (last === undefined || last.seq < event.seq) return [...messages, event.message];
  if (messages.some((message) => message.seq === event.seq)) return messages;
  return [...messages, event.message].sort((a, b) => a.seq - b.seq);
}

export function reduceNotifications(list: NotificationList, event: HubEvent): NotificationList {
  switch (event.kind) {
    case 'notification.created':
      if (list.notifications.some(({ id }) => id === event.notification.id)) return list;
      return { notifications: [event.notification, ...list.notifications].slice(0, 50), unread: list.unread + 1 };
    case 'notifications.read': {
      const ids = new Set(event.ids);
      return {
        notifications: list.notifications.map((one) =>
          ids.has(one.id) ? { ...one, readAt: one.readAt ?? event.readAt } : one,
        ),
        unread: event.unread,
      };
    }
    default:
      return list;
  }
}
