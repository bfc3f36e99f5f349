/** What the bell shows: that something concerns this person. */
import { z } from 'zod';
import { Id, Instant, PersonRef } from './model.js';

export const NotificationKind = z.enum(['mention']);

export const Notification = z
  .object({
    id: Id,
    kind: NotificationKind,
    from: PersonRef,
    networkName: z.string(),
    channelId: Id,
    channelName: z.string(),
    topicId: Id,
    topicTitle: z.string(),
    messageId: Id,
    messageSeq: z.int(),
    /** The start of the message as plain text. */
    excerpt: z.string(),
    createdAt: Instant,
    readAt: Instant.nullable(),
  })
  .meta({ id: 'Notification' });

export const NotificationList = z
  .object({
    /** Newest first, at most 50. */
    notifications: z.array(Notification),
    unread: z.int(),
  })
  .meta({ id: 'NotificationList' });

export type Notification = z.infer<typeof Notification>;
export type NotificationList = z.infer<typeof NotificationList>;
