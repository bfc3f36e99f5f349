/** What the bell shows: that something concerns this person. */
import { z } from 'zod';
import { Id, Instant, PersonRef, PlainDate, Role } from './model.js';

/** `report`: a message was reported to the coordinator. */
export const MessageNotification = z
  .object({
    id: Id,
    kind: z.enum(['mention', 'report']),
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
  .meta({ id: 'MessageNotification' });

/** A role ends soon: told to its holder, and to those who give it. */
export const RoleNotification = z
  .object({
    id: Id,
    kind: z.literal('role_ending'),
    /** Whose role it is. */
    from: PersonRef,
    /** It is the reader's. */
    own: z.boolean(),
    role: Role,
    /** Null for a role of the whole hub. */
    networkSlug: z.string().nullable(),
    networkName: z.string().nullable(),
    partnershipName: z.string().nullable(),
    /** The last day with the role. */
    lastOn: PlainDate,
    createdAt: Instant,
    readAt: Instant.nullable(),
  })
  .meta({ id: 'RoleNotification' });

export const Notification = z
  .discriminatedUnion('kind', [MessageNotification, RoleNotification])
  .meta({ id: 'Notification' });

export const NotificationList = z
  .object({
    /** Newest first, at most 50. */
    notifications: z.array(Notification),
    unread: z.int(),
  })
  .meta({ id: 'NotificationList' });

export type MessageNotification = z.infer<typeof MessageNotification>;
export type RoleNotification = z.infer<typeof RoleNotification>;
export type Notification = z.infer<typeof Notification>;
export type NotificationList = z.infer<typeof NotificationList>;
