/** Exchange visits: who hosts whom, when, with what prepared, and what was learned. */
import { z } from 'zod';
import { FieldDate, maxWhyLength } from './field-date.js';
import { Id, Instant, PersonRef, PlainDate, Role, Side, Slug, Text } from './model.js';

export const VisitState = z.enum(['planned', 'confirmed', 'postponed', 'moved', 'held', 'held_online', 'cancelled']);
/** Why a visit is postponed or moved. */
export const VisitCause = z.enum(['visa', 'election', 'funding', 'illness', 'security', 'workload', 'other']);
export const PreparationState = z.enum(['not_needed', 'to_do', 'under_way', 'done']);
/** Who pays for it: one of the sides, or ICLD by its grant. */
export const CostOwner = z.enum(['swedish', 'international', 'icld']);
export const preparations = ['invitationLetters', 'visas', 'interpreter'] as const;

/** A visit on the timeline. Of two states of it the one with the larger version is newer. */
export const VisitCard = z
  .object({
    id: Id,
    partnershipId: Id,
    hostSide: Side,
    /** The local government that hosts, where it is settled. */
    host: z.string().nullable(),
    startsOn: PlainDate,
    /** The last day. */
    endsOn: PlainDate,
    /** The first day as it was planned at first. */
    plannedOn: PlainDate,
    state: VisitState,
    /** What was learned is written down. */
    hasLessons: z.boolean(),
    version: z.int(),
  })
  .meta({ id: 'VisitCard' });

const Participants = z.object({ side: Side, role: Role, count: z.int().min(1).max(99) });
type Participants = z.infer<typeof Participants>;
const Checklist = z.object({
  invitationLetters: PreparationState,
  visas: PreparationState,
  interpreter: PreparationState,
});

export const VisitChange = z
  .object({
    version: z.int(),
    at: Instant,
    by: PersonRef,
    reason: z.string(),
    startsOn: PlainDate,
    endsOn: PlainDate,
    state: VisitState,
    cause: VisitCause.nullable(),
    undone: z.boolean(),
  })
  .meta({ id: 'VisitChange' });

export const VisitPage = z
  .object({
    visit: VisitCard,
    network: z.object({ id: Id, slug: Slug, name: z.string() }),
    partnership: z.object({ id: Id, slug: Slug, name: z.string() }),
    stream: z.object({ channelId: Id, seq: z.int() }).nullable(),
    hostGovernmentId: Id.nullable(),
    purpose: z.string(),
    /** Markdown. */
    programme: z.string(),
    cause: VisitCause.nullable(),
    participants: z.array(Participants),
    checklist: Checklist,
    /** Null as long as it is not settled. */
    costOwner: CostOwner.nullable(),
    lessons: z.string(),
    /** Lessons are asked for up to this day, 14 days after the visit; null before it was held. */
    lessonsDueOn: PlainDate.nullable(),
    /** The latest first. */
    changes: z.array(VisitChange),
    /** The partnership's local governments, for a change of the host. */
    parties: z.array(z.object({ localGovernmentId: Id, name: z.string(), side: Side })),
    may: z.object({ change: z.boolean() }),
  })
  .meta({ id: 'VisitPage' });

const Purpose = Text.trim().min(1).max(300);
const Reason = Text.trim().max(maxWhyLength);

/** A visit is planned once for its id. */
export const PlanVisit = z
  .object({
    partnershipSlug: Slug,
    visitId: Id,
    hostSide: Side,
    hostGovernmentId: Id.optional(),
    startsOn: FieldDate,
    endsOn: FieldDate,
    purpose: Purpose,
  })
  .refine(({ startsOn, endsOn }) => endsOn >= startsOn, { path: ['endsOn'], error: 'too_early' })
  .meta({ id: 'PlanVisit' });

/** Of a side each role has one number. */
function areOnce(participants: readonly Participants[]): boolean {
  return new Set(participants.map(({ side, role }) => `${side} ${role}`)).size === participants.length;
}

/**
 * What is given replaces what was there; both days go together. A day that moves needs a reason, and a visit that is
 * postponed or moved a cause.
 */
export const ChangeVisit = z
  .object({
    visitId: Id,
    baseVersion: z.int(),
    startsOn: FieldDate.optional(),
    endsOn: FieldDate.optional(),
    state: VisitState.optional(),
    cause: VisitCause.optional(),
    hostSide: Side.optional(),
    hostGovernmentId: Id.nullable().optional(),
    purpose: Purpose.optional(),
    programme: Text.trim().max(10_000).optional(),
    participants: z.array(Participants).max(20).refine(areOnce, { error: 'given_twice' }).optional(),
    checklist: Checklist.partial().optional(),
    costOwner: CostOwner.nullable().optional(),
    lessons: Text.trim().max(4_000).optional(),
    reason: Reason.optional(),
  })
  .refine(({ startsOn, endsOn }) => startsOn === undefined || endsOn === undefined || endsOn >= startsOn, {
    path: ['endsOn'],
    error: 'too_early',
  })
  .refine(({ startsOn, endsOn }) => (startsOn === undefined) === (endsOn === undefined), {
    path: ['endsOn'],
    error: 'required',
  })
  .refine(({ startsOn, reason }) => startsOn === undefined || (reason ?? '') !== '', {
    path: ['reason'],
    error: 'required',
  })
  .refine(({ state, cause }) => (state !== 'postponed' && state !== 'moved') || cause !== undefined, {
    path: ['cause'],
    error: 'required',
  })
  .meta({ id: 'ChangeVisit' });

/** Takes the latest change back; the history keeps both. */
export const UndoVisit = z.object({ visitId: Id, baseVersion: z.int() }).meta({ id: 'UndoVisit' });

export type VisitState = z.infer<typeof VisitState>;
export type VisitCause = z.infer<typeof VisitCause>;
export type PreparationState = z.infer<typeof PreparationState>;
export type CostOwner = z.infer<typeof CostOwner>;
export type VisitCard = z.infer<typeof VisitCard>;
export type VisitChange = z.infer<typeof VisitChange>;
export type VisitPage = z.infer<typeof VisitPage>;
