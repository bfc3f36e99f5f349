/**
 * What the hub tells by itself. The socket event `events` carries an array of these, in order.
 * An event of a channel has that channel's next `seq`; an event of a person has that person's next `userSeq`.
 */
import { z } from 'zod';
import { Message } from './channels.js';
import { Id, Instant } from './model.js';
import { Notification } from './notifications.js';

export const MessageSent = z
  .object({ kind: z.literal('message.sent'), channelId: Id, seq: z.int(), message: Message })
  .meta({ id: 'MessageSentEvent' });

export const NotificationCreated = z
  .object({ kind: z.literal('notification.created'), userSeq: z.int(), notification: Notification })
  .meta({ id: 'NotificationCreatedEvent' });

export const NotificationsRead = z
  .object({
    kind: z.literal('notifications.read'),
    userSeq: z.int(),
    ids: z.array(Id),
    readAt: Instant,
    unread: z.int(),
  })
  .meta({ id: 'NotificationsReadEvent' });

export const ChannelEvent = z.discriminatedUnion('kind', [MessageSent]).meta({ id: 'ChannelEvent' });
export const UserEvent = z
  .discriminatedUnion('kind', [NotificationCreated, NotificationsRead])
  .meta({ id: 'UserEvent' });
export const HubEvent = z
  .discriminatedUnion('kind', [MessageSent, NotificationCreated, NotificationsRead])
  .meta({ id: 'HubEvent' });

/** What a client that was away asks for: where it stands in its own events and in each channel it knows. */
export const Resume = z
  .object({
    /** Null before anything is known: the answer names where to stand. */
    userSeq: z.int().min(0).nullable(),
    channels: z.array(z.object({ channelId: Id, seq: z.int().min(0) })).max(500),
  })
  .meta({ id: 'Resume' });

export const Resumed = z
  .object({
    userSeq: z.int(),
    userEvents: z.array(UserEvent),
    /** True when the person's cursor is unknown here: fetch afresh. */
    reset: z.boolean(),
    channels: z.array(
      z.object({
        channelId: Id,
        events: z.array(ChannelEvent),
        /** The channel's head; `more` when events up to it are left for `sync.backfill`. */
        head: z.int(),
        more: z.boolean(),
        /** True when the cursor lies beyond the head: fetch afresh. */
        reset: z.boolean(),
      }),
    ),
    /** Channels the person is no longer in: forget them. */
    gone: z.array(Id),
  })
  .meta({ id: 'Resumed' });

export const Backfill = z.object({ channelId: Id, after: z.coerce.number().int().min(0) }).meta({ id: 'Backfill' });

export const Backfilled = z
  .object({ channelId: Id, events: z.array(ChannelEvent), head: z.int(), more: z.boolean(), reset: z.boolean() })
  .meta({ id: 'Backfilled' });

export type ChannelEvent = z.infer<typeof ChannelEvent>;
export type UserEvent = z.infer<typeof UserEvent>;
export type HubEvent = z.infer<typeof HubEvent>;
export type Resume = z.infer<typeof Resume>;
export type Resumed = z.infer<typeof Resumed>;
export type Backfill = z.infer<typeof Backfill>;
export type Backfilled = z.infer<typeof Backfilled>;
