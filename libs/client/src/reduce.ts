/** How events change what a reader has loaded: pure, so that old state and events equal freshly fetched state. */
import type { HubEvent, Message, NotificationList } from '@hub/contracts';
import { excerptOf } from '@hub/contracts/excerpt';

/** A topic's loaded messages, in the order of seq, after one more event. The same array when nothing changes. */
export function reduceMessages(messages: readonly Message[], topicId: string, event: HubEvent): readonly Message[] {
  if (!('message' in event)) return messages;
  const { message } = event;
  if (event.kind === 'message.sent') {
    if (message.topicId !== topicId) return messages;
    const last = messages.at(-1);
    if (last === undefined || last.seq < message.seq) return [...messages, message];
    if (messages.some((one) => one.seq === message.seq)) return messages;
    return [...messages, message].sort((a, b) => a.seq - b.seq);
  }
  const quotes = messages.some((one) => one.replyTo?.id === message.id);
  const known = messages.find((one) => one.id === message.id);
  if (!quotes && !(known && known.changedSeq < message.changedSeq)) return messages;
  const excerpt = message.removed ? '' : excerptOf(message.body, message.mentions);
  return messages.map((one) => {
    if (one.id === message.id) return one.changedSeq < message.changedSeq ? message : one;
    if (one.replyTo?.id !== message.id || one.replyTo.excerpt === excerpt) return one;
    return { ...one, replyTo: { ...one.replyTo, excerpt } };
  });
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
