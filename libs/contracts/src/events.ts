/**
 * What the hub tells by itself. The socket event `events` carries an array of these, in order. An event of a channel
 * has that channel's next `seq`, an event of a person that person's next `userSeq`; the rest is volatile: never stored,
 * first to be dropped.
 */
import { z } from 'zod';
import { Channel, ChannelCard, ChannelMember, Topic } from './channels.js';
import { Message } from './messages.js';
import { Id, Instant, PersonRef } from './model.js';
import { Notification } from './notifications.js';
import { Reading } from './reading.js';
import { Milestone } from './timeline.js';
import { VisitCard } from './visits.js';

const ofChannel = { channelId: Id, seq: z.int() };
const ofPerson = { userSeq: z.int() };

/** Every event of a message brings its whole present state; `topicTitle` is for a topic that it opens. */
const messageSent = z.object({
  kind: z.literal('message.sent'),
  ...ofChannel,
  topicTitle: z.string(),
  message: Message,
});
const messageChanges = ['message.edited', 'message.removed', 'message.pinned', 'reaction.changed'] as const;
const messageChanged = z.object({ kind: z.enum(messageChanges), ...ofChannel, message: Message });
/** Renamed, resolved or opened again; `topic` is null once it moved to another channel. */
const topicChanged = z.object({ kind: z.literal('topic.changed'), ...ofChannel, topicId: Id, topic: Topic.nullable() });
const channelChanged = z.object({ kind: z.literal('channel.changed'), ...ofChannel, channel: Channel });
const memberJoined = z.object({ kind: z.literal('member.joined'), ...ofChannel, person: ChannelMember });
const memberLeft = z.object({ kind: z.literal('member.left'), ...ofChannel, personId: Id });
/** Somebody here has a pseudonym now, and texts that named them do: load afresh what names people. */
const personErased = z.object({ kind: z.literal('person.erased'), ...ofChannel, personId: Id });
/** Told in the network's announcements, which all who work in it are in. Each brings its whole present state. */
const milestoneChanged = z.object({
  kind: z.literal('milestone.changed'),
  ...ofChannel,
  networkId: Id,
  milestone: Milestone,
});
const visitChanged = z.object({ kind: z.literal('visit.changed'), ...ofChannel, networkId: Id, visit: VisitCard });
/** The plan has other lines: load the network's timeline afresh. */
const planChanged = z.object({ kind: z.literal('plan.changed'), ...ofChannel, networkId: Id });
/** Told there too, of what everybody in the network may see: load it afresh. Others are told by `question.told`. */
const questionChanged = z.object({
  kind: z.enum(['question.changed', 'answer.posted']),
  ...ofChannel,
  networkId: Id,
  questionId: Id,
});
/** Keeps the place of what is not in this channel any more. */
const eventGone = z.object({ kind: z.literal('event.gone'), ...ofChannel });

const notificationCreated = z.object({
  kind: z.literal('notification.created'),
  ...ofPerson,
  notification: Notification,
});
const notificationsRead = z.object({
  kind: z.literal('notifications.read'),
  ...ofPerson,
  ids: z.array(Id),
  readAt: Instant,
  unread: z.int(),
});
/** Done, put off, or taken back: each brings what it is now. */
const notificationsChanged = z.object({
  kind: z.literal('notifications.changed'),
  ...ofPerson,
  ids: z.array(Id),
  doneAt: Instant.nullable(),
  laterUntil: Instant.nullable(),
  unread: z.int(),
  needsMe: z.int(),
});
/** To its recipients when it is sent or corrected, to them and to those who see its reach when somebody acknowledges: load it afresh. */
const broadcastChanged = z.object({ kind: z.literal('broadcast.changed'), ...ofPerson, broadcastId: Id });
/** A question that not everybody in its network sees, or whose reader is in another one, changed: load it afresh. */
const questionTold = z.object({ kind: z.literal('question.told'), ...ofPerson, questionId: Id });
/** May come before the events that bring its topic to a channel: keep it for then. */
const readMoved = z.object({
  kind: z.literal('read.moved'),
  ...ofPerson,
  channelId: Id,
  topicId: Id,
  reading: Reading,
});
const channelGained = z.object({ kind: z.literal('channel.gained'), ...ofPerson, channel: ChannelCard });
/** Forget everything of this channel. */
const channelLost = z.object({ kind: z.literal('channel.lost'), ...ofPerson, channelId: Id });
const channelMuted = z.object({ kind: z.literal('channel.muted'), ...ofPerson, channelId: Id, muted: z.boolean() });

/** The heads of channels in which something happened lately: whoever is behind asks. */
const syncDigest = z.object({
  kind: z.literal('sync.digest'),
  heads: z.array(z.object({ channelId: Id, seq: z.int() })),
});
const typingChanged = z.object({
  kind: z.literal('typing.changed'),
  channelId: Id,
  topicId: Id,
  person: PersonRef,
  typing: z.boolean(),
});
const presenceChanged = z.object({
  kind: z.literal('presence.changed'),
  channelId: Id,
  came: z.array(Id),
  went: z.array(Id),
});

const channelKinds = [
  messageSent,
  messageChanged,
  topicChanged,
  channelChanged,
  memberJoined,
  memberLeft,
  personErased,
  milestoneChanged,
  visitChanged,
  planChanged,
  questionChanged,
  eventGone,
] as const;
const userKinds = [
  notificationCreated,
  notificationsRead,
  notificationsChanged,
  broadcastChanged,
  questionTold,
  readMoved,
  channelGained,
  channelLost,
  channelMuted,
] as const;
const volatileKinds = [syncDigest, typingChanged, presenceChanged] as const;

export const ChannelEvent = z.discriminatedUnion('kind', channelKinds).meta({ id: 'ChannelEvent' });
export const UserEvent = z.discriminatedUnion('kind', userKinds).meta({ id: 'UserEvent' });
export const VolatileEvent = z.discriminatedUnion('kind', volatileKinds).meta({ id: 'VolatileEvent' });
export const HubEvent = z
  .discriminatedUnion('kind', [...channelKinds, ...userKinds, ...volatileKinds])
  .meta({ id: 'HubEvent' });

/** What a client that was away asks for: where it stands in its own events and in each channel it knows. */
export const Resume = z
  .object({
    /** Null before anything is known: the answer names where to stand. */
    userSeq: z.int().min(0).nullable(),
    channels: z
      .array(
        z.object({
          channelId: Id,
          seq: z.int().min(0),
          /** What the event at `seq` was about, where it is known (`subjectOf`): proves that it is the same history. */
          subjectId: Id.optional(),
        }),
      )
      .max(500),
  })
  .meta({ id: 'Resume' });

export const Resumed = z
  .object({
    userSeq: z.int(),
    userEvents: z.array(UserEvent),
    /** True when the person's cursor is unknown here: fetch afresh. */
    reset: z.boolean(),
    /** Those with something to tell; in all others that were asked about, but for `gone`, nothing is new. */
    channels: z.array(
      z.object({
        channelId: Id,
        events: z.array(ChannelEvent),
        /** The channel's head; `more` when events up to it are left for `sync.backfill`. */
        head: z.int(),
        more: z.boolean(),
        /** True when the cursor is not from this history: fetch afresh. */
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
export type VolatileEvent = z.infer<typeof VolatileEvent>;
export type HubEvent = z.infer<typeof HubEvent>;
export type Resume = z.infer<typeof Resume>;
export type Resumed = z.infer<typeof Resumed>;
export type Backfill = z.infer<typeof Backfill>;
export type Backfilled = z.infer<typeof Backfilled>;
