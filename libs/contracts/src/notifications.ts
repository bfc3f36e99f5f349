/** What the bell shows: that something concerns this person. */
import { z } from 'zod';
import { Id, Instant, PersonRef } from './model.js';

/** `report`: a message was reported to the coordinator. */
export const NotificationKind = z.enum(['mention', 'report']);

export const Notification = z
  .object({
    id: Id,
    kind: NotificationKind,
    /** Who mentioned, or who reported. */
    from: PersonRef,
    networkSlug: z.string(),
    networkName: z.string(),
    channelId: Id,
    channelName: z.string(),
    /** The text stays in the hub. */
    sensitive: z.boolean(),
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
