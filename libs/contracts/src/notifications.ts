/** What the inbox and the bell show: that something concerns this person, why, and whether it needs them. */
import { z } from 'zod';
import { Id, Instant, Language, PersonRef, PlainDate, Role, Slug } from './model.js';
import { QuestionState, QuestionStep } from './questions.js';
import { needs } from './telling.js';
import { MilestoneState, Names } from './timeline.js';
import { VisitState } from './visits.js';

const notification = {
  id: Id,
  needs: z.enum(needs),
  /** How many it stands for: what came while it was unread was folded into it. */
  count: z.int(),
  createdAt: Instant,
  readAt: Instant.nullable(),
  doneAt: Instant.nullable(),
  /** It rests until then. */
  laterUntil: Instant.nullable(),
};
const Place = z.object({ slug: Slug, name: z.string() });

/** `direct`: somebody wrote to the reader alone; `reply`: in a topic that they wrote in; `report`: to the coordinator. */
export const MessageNotification = z
  .object({
    ...notification,
    kind: z.enum(['mention', 'direct', 'reply', 'report']),
    /** Who wrote it, or who reported. */
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
    /** A group that the mention named, e.g. `channel` or `role:expert`; null where it named the reader. */
    group: z.string().nullable(),
  })
  .meta({ id: 'MessageNotification' });

/** A role ends soon: told to its holder, and to those who give it. */
export const RoleNotification = z
  .object({
    ...notification,
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
  })
  .meta({ id: 'RoleNotification' });

export const MilestoneNotification = z
  .object({
    ...notification,
    kind: z.enum(['milestone_due', 'milestone_late', 'milestone_changed']),
    /** Who changed it; null where the day came by itself. */
    from: PersonRef.nullable(),
    milestoneId: Id,
    names: Names,
    on: PlainDate,
    state: MilestoneState,
    network: Place,
    partnership: Place.nullable(),
  })
  .meta({ id: 'MilestoneNotification' });

export const VisitNotification = z
  .object({
    ...notification,
    kind: z.enum(['visit_coming', 'lessons_wanted']),
    visitId: Id,
    startsOn: PlainDate,
    endsOn: PlainDate,
    state: VisitState,
    network: Place,
    partnership: Place,
  })
  .meta({ id: 'VisitNotification' });

export const BroadcastNotification = z
  .object({
    ...notification,
    kind: z.enum(['broadcast', 'acknowledgement_missing']),
    from: PersonRef,
    broadcastId: Id,
    version: z.int(),
    /** In the reader's language. */
    title: z.string(),
    language: Language,
    networkName: z.string(),
    acknowledge: z.boolean(),
    acknowledgeBy: PlainDate.nullable(),
    acknowledgedAt: Instant.nullable(),
  })
  .meta({ id: 'BroadcastNotification' });

export const QuestionNotification = z
  .object({
    ...notification,
    kind: z.enum([
      'question_asked',
      'question_routed',
      'question_due',
      'question_late',
      'question_asked_back',
      'question_followed',
      'question_answered',
      'answer_accepted',
    ]),
    /** Who asked, gave, said or accepted it; null where the time came by itself, or the network's rules did it. */
    from: PersonRef.nullable(),
    /** The latest that it tells of; null where the time came by itself. */
    step: QuestionStep.nullable(),
    questionId: Id,
    title: z.string(),
    language: Language,
    /** As it is now: closed without an answer is told as an answer is. */
    state: QuestionState,
    network: Place,
    partnership: Place.nullable(),
    /** The last day for its answer where whoever is answerable lives; null where nothing runs. */
    answerBy: PlainDate.nullable(),
  })
  .meta({ id: 'QuestionNotification' });

export const NoteNotification = z
  .object({
    ...notification,
    kind: z.literal('note_review'),
    /** Null: the time came by itself. */
    from: PersonRef.nullable(),
    noteNumber: z.int(),
    title: z.string(),
    reviewOn: PlainDate,
    networkName: z.string(),
  })
  .meta({ id: 'NoteNotification' });

export const Notification = z
  .discriminatedUnion('kind', [
    MessageNotification,
    RoleNotification,
    MilestoneNotification,
    VisitNotification,
    BroadcastNotification,
    QuestionNotification,
    NoteNotification,
  ])
  .meta({ id: 'Notification' });

/** `open`: neither done nor put off. */
export const Box = z.enum(['open', 'later', 'done']);

export const NotificationList = z
  .object({
    /** Newest first, at most 50. */
    notifications: z.array(Notification),
    /** Of the open ones, in all: those not read. */
    unread: z.int(),
    /** Of the open ones, in all: those that need the reader. */
    needsMe: z.int(),
  })
  .meta({ id: 'NotificationList' });

export type MessageNotification = z.infer<typeof MessageNotification>;
export type RoleNotification = z.infer<typeof RoleNotification>;
export type MilestoneNotification = z.infer<typeof MilestoneNotification>;
export type VisitNotification = z.infer<typeof VisitNotification>;
export type BroadcastNotification = z.infer<typeof BroadcastNotification>;
export type QuestionNotification = z.infer<typeof QuestionNotification>;
export type NoteNotification = z.infer<typeof NoteNotification>;
export type Notification = z.infer<typeof Notification>;
export type Box = z.infer<typeof Box>;
export type NotificationList = z.infer<typeof NotificationList>;
