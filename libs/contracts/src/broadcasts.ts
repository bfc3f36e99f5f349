/** Broadcasts: one text to many, in the reader's language, and proof of who was reached on each side of each partnership. */
import { z } from 'zod';
import { Id, Instant, Language, PersonRef, PlainDate, Role, Side, Slug, Text, TimeZone } from './model.js';
import { ClockTime } from './preferences.js';

export const BroadcastStatus = z.enum(['draft', 'scheduled', 'sent', 'discarded']);

/** Everybody who works in these networks, where nothing more is said; what is said narrows it. A mandate is never asked. */
export const Audience = z
  .object({
    networkIds: z.array(Id).min(1).max(50),
    /** Empty: all, and those who are of none. */
    partnershipIds: z.array(Id).max(500),
    /** Empty: both, and those who stand on none. */
    sides: z.array(Side).max(2),
    /** Empty: every role that works in the network. */
    roles: z.array(Role).max(20),
  })
  .meta({ id: 'Audience' });

/** One language version. The first of a broadcast is read by whoever has none of their own, if there is no English one. */
export const BroadcastText = z
  .object({
    language: Language,
    title: Text.pipe(z.string().trim().min(1).max(200)),
    /** Markdown, as in messages. */
    body: Text.pipe(z.string().trim().min(1).max(20_000)),
  })
  .meta({ id: 'BroadcastText' });
export const BroadcastTexts = z.array(BroadcastText).min(1).max(12);

/** A moment on somebody's wall clock. */
export const LocalMoment = z
  .object({ day: PlainDate, time: ClockTime, timeZone: TimeZone })
  .meta({ id: 'LocalMoment' });

export const BroadcastDraft = z
  .object({
    audience: Audience,
    texts: BroadcastTexts,
    acknowledge: z.boolean(),
    acknowledgeBy: PlainDate.nullable(),
  })
  .meta({ id: 'BroadcastDraft' });

/** Whom an audience is today, and for whom a moment would be at night. */
export const AudienceCount = z
  .object({
    people: z.int(),
    partnerships: z.array(z.object({ id: Id, name: z.string(), swedish: z.int(), international: z.int() })),
    /** Those on no side: advisors, experts, mentors, coordinators. */
    others: z.int(),
    /** The first of them by name, at most 200. */
    names: z.array(PersonRef.extend({ role: Role, partnershipName: z.string().nullable() })),
    /** For how many the moment lies between 20:00 and 07:00, by zone, the most first; empty where none was asked for. */
    nights: z.array(z.object({ timeZone: z.string(), localTime: ClockTime, people: z.int() })),
  })
  .meta({ id: 'AudienceCount' });

/** The day to acknowledge by had passed; nobody was of its audience; whoever scheduled it may not send it any more. */
export const NotSentReason = z.enum(['acknowledge_by', 'audience', 'right']);

const card = {
  id: Id,
  status: BroadcastStatus,
  version: z.int(),
  /** In the reader's language. */
  title: z.string(),
  language: Language,
  author: PersonRef,
  networks: z.array(z.object({ id: Id, slug: Slug, name: z.string() })),
  acknowledge: z.boolean(),
  acknowledgeBy: PlainDate.nullable(),
  sentAt: Instant.nullable(),
  scheduledFor: Instant.nullable(),
  /** For those who may send it: why it was not sent when its moment came, and that moment. */
  notSent: z.object({ reason: NotSentReason, at: Instant }).nullable(),
  /** Who reads it is one of those it was sent to. */
  mine: z.boolean(),
  /** When the reader acknowledged the version that is asked for; null where not (or not yet again). */
  acknowledgedAt: Instant.nullable(),
};
const counts = z.object({ recipients: z.int(), acknowledged: z.int(), partnerships: z.int(), reached: z.int() });

export const BroadcastCard = z
  .object({
    ...card,
    /** For those who may see its reach. */
    counts: counts.nullable(),
  })
  .meta({ id: 'BroadcastCard' });

export const BroadcastPage = z
  .object({
    ...card,
    counts: counts.nullable(),
    /** The text that the reader is given; `texts` has every language version of this version. */
    body: z.string(),
    texts: z.array(BroadcastText),
    versions: z.array(
      z.object({ version: z.int(), author: PersonRef, at: Instant, note: z.string(), again: z.boolean() }),
    ),
    topicId: Id.nullable(),
    scheduledZone: z.string().nullable(),
    /** For those who may change it or see its reach. */
    audience: Audience.nullable(),
    may: z.object({ change: z.boolean(), correct: z.boolean(), reach: z.boolean() }),
  })
  .meta({ id: 'BroadcastPage' });

/** One side of one partnership: reached once somebody on it acknowledged. */
export const SideReach = z
  .object({ side: Side, people: z.int(), acknowledged: z.int(), firstAt: Instant.nullable() })
  .meta({ id: 'SideReach' });

export const BroadcastReach = z
  .object({
    counts,
    partnerships: z.array(
      z.object({ id: Id, slug: Slug, name: z.string(), reached: z.boolean(), sides: z.array(SideReach) }),
    ),
    /** Who has not acknowledged. */
    missing: z.array(
      PersonRef.extend({
        title: z.string(),
        email: z.string(),
        timeZone: z.string(),
        role: Role,
        partnershipName: z.string().nullable(),
        side: Side.nullable(),
        reminders: z.int(),
        remindedAt: Instant.nullable(),
        /** Mail to them fails for good. */
        failing: z.boolean(),
      }),
    ),
    /** The reminders are over: those missing are to be called. */
    toCall: z.boolean(),
    nextReminderAt: Instant.nullable(),
  })
  .meta({ id: 'BroadcastReach' });

/** Partnerships by the latest broadcasts that asked to be acknowledged. */
export const ReachBoard = z
  .object({
    broadcasts: z.array(z.object({ id: Id, title: z.string(), sentAt: Instant, acknowledgeBy: PlainDate.nullable() })),
    partnerships: z.array(
      z.object({
        id: Id,
        slug: Slug,
        name: z.string(),
        /** In the order of the broadcasts; null where it was not sent to anybody there. */
        cells: z.array(z.array(SideReach).nullable()),
      }),
    ),
  })
  .meta({ id: 'ReachBoard' });

/** What a page that a mail leads to says before anything is acted on. */
export const AcknowledgementPage = z
  .object({
    personName: z.string(),
    title: z.string(),
    language: Language,
    author: z.string(),
    sentAt: Instant,
    acknowledgeBy: PlainDate.nullable(),
    acknowledgedAt: Instant.nullable(),
    /** What the button acknowledges: the version that was mailed, or, where a correction asks again, the present one. */
    version: z.int(),
    /** Where the mail was of a version that is not asked for any more: what was corrected, and the present text. */
    corrected: z.object({ note: z.string(), body: z.string() }).nullable(),
  })
  .meta({ id: 'AcknowledgementPage' });

export type Audience = z.infer<typeof Audience>;
export type BroadcastText = z.infer<typeof BroadcastText>;
export type LocalMoment = z.infer<typeof LocalMoment>;
export type BroadcastDraft = z.infer<typeof BroadcastDraft>;
export type AudienceCount = z.infer<typeof AudienceCount>;
export type NotSentReason = z.infer<typeof NotSentReason>;
export type BroadcastStatus = z.infer<typeof BroadcastStatus>;
export type BroadcastCard = z.infer<typeof BroadcastCard>;
export type BroadcastPage = z.infer<typeof BroadcastPage>;
export type SideReach = z.infer<typeof SideReach>;
export type BroadcastReach = z.infer<typeof BroadcastReach>;
export type ReachBoard = z.infer<typeof ReachBoard>;
export type AcknowledgementPage = z.infer<typeof AcknowledgementPage>;
