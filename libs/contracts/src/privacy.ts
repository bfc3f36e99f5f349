/** A person's own data: the copy they take with them, their request to be erased, and faults that anybody reports. */
import { z } from 'zod';
import {
  ChannelKind,
  ColourTheme,
  Id,
  Instant,
  Locale,
  Mandate,
  PersonRef,
  PlainDate,
  Role,
  Side,
  Slug,
  Text,
} from './model.js';
import { ownQuestions } from './own-questions.js';
import { MailChoices, PreferencesChange } from './preferences.js';

const Where = z.object({ network: z.string(), channel: z.string(), topic: z.string() });

/** Whoever answers for what the hub keeps; null where nobody was named to the hub. */
export const Controller = z
  .object({ operator: z.string().nullable(), contact: z.string().nullable() })
  .meta({ id: 'Controller' });

/** Everything the hub holds about a person, without secrets. Other people are in it only where they wrote to this one. */
export const OwnData = z
  .object({
    format: z.literal('samverka-own-data'),
    version: z.literal(1),
    exportedAt: Instant,
    profile: z.object({
      id: Id,
      name: z.string(),
      initials: z.string(),
      title: z.string(),
      email: z.string(),
      emailVisible: z.boolean(),
      localGovernment: z.string().nullable(),
      languages: z.array(z.string()),
      timeZone: z.string(),
      locale: Locale,
      theme: ColourTheme,
      lowData: z.boolean(),
      createdAt: Instant,
    }),
    /** Roles over time; `until` is the first day without. */
    memberships: z.array(
      z.object({
        id: Id,
        role: Role,
        network: z.object({ slug: Slug, name: z.string() }).nullable(),
        partnership: z.string().nullable(),
        side: Side.nullable(),
        from: PlainDate,
        until: PlainDate.nullable(),
      }),
    ),
    /** Seats in steering groups over time. */
    seats: z.array(
      z.object({
        partnership: z.string(),
        side: Side,
        role: Role,
        mandate: Mandate,
        from: PlainDate,
        until: PlainDate.nullable(),
      }),
    ),
    /** Sessions and other ways in, by the table that keeps them: when and how, never the secret itself. */
    waysIn: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))),
    /** Every channel that the person is or was in. A direct conversation has no name. */
    channels: z.array(
      z.object({
        id: Id,
        network: z.string(),
        kind: ChannelKind,
        name: z.string(),
        joinedAt: Instant,
        leftAt: Instant.nullable(),
        muted: z.boolean(),
      }),
    ),
    topics: z.array(z.object({ id: Id, title: z.string(), channel: z.string(), createdAt: Instant })),
    messages: z.array(
      Where.extend({
        id: Id,
        sentAt: Instant,
        editedAt: Instant.nullable(),
        removedAt: Instant.nullable(),
        removalReason: z.string().nullable(),
        language: z.string().nullable(),
        text: z.string(),
        earlierVersions: z.array(z.object({ text: z.string(), writtenAt: Instant })),
      }),
    ),
    reactions: z.array(Where.extend({ messageId: Id, reaction: z.string(), at: Instant })),
    /** Messages of others that mention the person. */
    mentions: z.array(Where.extend({ messageId: Id, at: Instant })),
    /** What the person reported, and what became of it. */
    reports: z.array(
      z.object({ messageId: Id, reason: z.string(), createdAt: Instant, outcome: z.string().nullable() }),
    ),
    /** Reports by others of what the person wrote; who reported is not told. */
    reportsOfMine: z.array(z.object({ messageId: Id, createdAt: Instant, outcome: z.string().nullable() })),
    /** Changes of exchange visits by the person, each with the visit as it was afterwards. */
    visitChanges: z.array(
      z.object({
        visitId: Id,
        partnership: z.string(),
        at: Instant,
        reason: z.string(),
        undone: z.boolean(),
        visit: z.unknown(),
      }),
    ),
    /** Versions of broadcasts by the person, with their texts. */
    broadcasts: z.array(
      z.object({ broadcastId: Id, version: z.int(), at: Instant, note: z.string(), texts: z.array(z.unknown()) }),
    ),
    /** What was sent to them, and when they acknowledged it. */
    broadcastsReceived: z.array(
      z.object({
        broadcastId: Id,
        title: z.string(),
        sentAt: Instant,
        acknowledgedAt: Instant.nullable(),
        acknowledgedVersion: z.int().nullable(),
        acknowledgedBy: z.string().nullable(),
        reminders: z.int(),
      }),
    ),
    /** How they want to be told: one, or none where they never chose. */
    preferences: z.array(PreferencesChange.extend({ changedAt: Instant })),
    channelPreferences: z.array(
      z.object({ channelId: Id, network: z.string(), channel: z.string(), mail: MailChoices }),
    ),
    notifications: z.array(
      z.object({ kind: z.string(), messageId: Id.nullable(), createdAt: Instant, readAt: Instant.nullable() }),
    ),
    readMarkers: z.array(Where.extend({ readUpTo: z.int() })),
    /** What was told them, by the hub, by mail or by push. */
    deliveries: z.array(
      z.object({
        medium: z.string(),
        kind: z.string(),
        state: z.string(),
        createdAt: Instant,
        settledAt: Instant.nullable(),
      }),
    ),
    /** Letters to them that a demonstration kept. */
    letters: z.array(z.object({ at: Instant, subject: z.string(), text: z.string() })),
    /** What the person did and what was done about them, as the audit trail keeps it. */
    audit: z.array(
      z.object({
        at: Instant,
        byThemselves: z.boolean(),
        action: z.string(),
        subjectId: Id,
        reason: z.string(),
        before: z.unknown(),
        after: z.unknown(),
      }),
    ),
    /** What they changed on timelines. */
    milestoneChanges: z.array(
      z.object({
        network: z.string(),
        partnership: z.string().nullable(),
        milestone: z.string(),
        at: Instant,
        reason: z.string(),
        state: z.string(),
        forecastOn: PlainDate.nullable(),
        actualOn: PlainDate.nullable(),
        lesson: z.string(),
      }),
    ),
    evidence: z.array(
      z.object({
        id: Id,
        network: z.string(),
        milestone: z.string(),
        note: z.string(),
        link: z.string().nullable(),
        messageId: Id.nullable(),
        addedAt: Instant,
        removedAt: Instant.nullable(),
      }),
    ),
    /** Times that the person put behind the timelines. */
    bands: z.array(
      z.object({
        id: Id,
        country: z.string(),
        kind: z.string(),
        name: z.string(),
        startsOn: PlainDate,
        endsOn: PlainDate,
      }),
    ),
    ...ownQuestions,
    erasureRequests: z.array(
      z.object({
        requestedAt: Instant,
        settledAt: Instant.nullable(),
        outcome: z.string().nullable(),
        reason: z.string(),
      }),
    ),
  })
  .meta({ id: 'OwnData' });

export const ErasureOutcome = z.enum(['carried_out', 'refused', 'withdrawn']);

/** One's own latest request. */
export const ErasureState = z
  .object({
    request: z
      .object({
        requestedAt: Instant,
        settledAt: Instant.nullable(),
        outcome: ErasureOutcome.nullable(),
        /** Why it was refused. */
        reason: z.string(),
      })
      .nullable(),
  })
  .meta({ id: 'ErasureState' });

/** A request that waits, as administrators see it. */
export const ErasureRequest = z
  .object({
    id: Id,
    person: PersonRef.extend({ email: z.string() }),
    requestedAt: Instant,
    roles: z.array(z.object({ role: Role, network: z.string().nullable() })),
    messages: z.int(),
    /** Nobody else is an administrator: this one is not erased. */
    lastAdministrator: z.boolean(),
  })
  .meta({ id: 'ErasureRequest' });

export const Refusal = z.object({ erasureId: Id, reason: Text.trim().min(1).max(500) }).meta({ id: 'Refusal' });

/** Carried out: who they are from now on. */
export const Erased = z.object({ person: PersonRef }).meta({ id: 'Erased' });

export const FaultReport = z
  .object({
    page: Text.trim().max(300),
    text: Text.trim().min(1).max(2000),
    /** How to answer, in the words of whoever wants one. */
    contact: Text.trim().max(200),
  })
  .meta({ id: 'FaultReport' });

export const Fault = FaultReport.extend({ id: Id, at: Instant }).meta({ id: 'Fault' });

export type Controller = z.infer<typeof Controller>;
export type OwnData = z.infer<typeof OwnData>;
export type ErasureState = z.infer<typeof ErasureState>;
export type ErasureRequest = z.infer<typeof ErasureRequest>;
export type Erased = z.infer<typeof Erased>;
export type FaultReport = z.infer<typeof FaultReport>;
export type Fault = z.infer<typeof Fault>;
