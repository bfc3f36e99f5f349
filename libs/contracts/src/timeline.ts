/**
 * The four-year timeline: what a network planned, where each partnership is, and how it came there. Days are plain dates;
 * a planned day is never changed, a forecast stands beside it.
 */
import { z } from 'zod';
import { CalendarBand } from './calendar.js';
import { Id, Instant, PartnershipStatus, PersonRef, PlainDate, Role, Side, Slug, TimeZone } from './model.js';
import { VisitCard } from './visits.js';

export const MilestoneKind = z.enum([
  'launch',
  'network_event',
  'agreement',
  'governance',
  'training',
  'planning',
  'application',
  'decision',
  'baseline',
  'workshop',
  'steering',
  'deliverable',
  'research',
  'report',
  'review',
  'exchange',
  'dissemination',
]);

/** One date for the whole network, or each partnership on its own. */
export const MilestoneScope = z.enum(['network', 'partnership']);

/** What people say of it. Whether it is late follows from the day. */
export const MilestoneState = z.enum(['not_started', 'on_track', 'at_risk', 'done', 'not_applicable']);

export const ResultLevel = z.enum(['individual', 'organisation', 'society']);
export const CoreValue = z.enum(['equity', 'participation', 'transparency', 'accountability']);
/** A numbered target of the Global Goals, e.g. `16.7` or `16.b`. */
export const SdgTarget = z.string().regex(/^([1-9]|1[0-7])\.([1-9]|1\d|[a-d])$/);

/** By language tag; English is always there. */
export const Names = z.record(z.string(), z.string());

/** A line of a network's milestone plan. */
export const PlanItem = z
  .object({
    id: Id,
    /** Its place in the plan, from 1. */
    number: z.int(),
    kind: MilestoneKind,
    scope: MilestoneScope,
    names: Names,
    /** The month it is due in, 1 = the start month. */
    month: z.int(),
    plannedOn: PlainDate,
    /** A clock time that it is due by on its day, where it has one. */
    deadline: z.object({ time: z.string(), timeZone: TimeZone }).nullable(),
    /** Who brings it about. */
    ownerRole: Role,
  })
  .meta({ id: 'PlanItem' });

/** A milestone of a network, or of one partnership: of two states of it the one with the larger version is newer. */
export const Milestone = z
  .object({
    id: Id,
    itemId: Id,
    /** Null for a milestone of the whole network. */
    partnershipId: Id.nullable(),
    plannedOn: PlainDate,
    /** The day it is expected on now, where that is another. */
    forecastOn: PlainDate.nullable(),
    /** The day it was done on. */
    actualOn: PlainDate.nullable(),
    state: MilestoneState,
    /** Neither done nor out of question, and its day has passed. */
    late: z.boolean(),
    version: z.int(),
  })
  .meta({ id: 'Milestone' });

const TimelinePartnership = z.object({
  id: Id,
  slug: Slug,
  name: z.string(),
  status: PartnershipStatus,
  associate: z.boolean(),
  /** ISO 3166-1 alpha-2 codes of its parties, sorted. */
  countries: z.array(z.string()),
  sdgTargets: z.array(z.string()),
});

export const TimelineRow = z
  .object({
    partnership: TimelinePartnership,
    /** When its people last wrote in an open channel of the network, or changed something on the timeline. */
    lastToldAt: Instant.nullable(),
    milestones: z.array(Milestone),
    visits: z.array(VisitCard),
    /** Where the reader asks after it: in the partnership's own channel if they are in it, else in the network's general one. */
    channelId: Id.nullable(),
    /** The reader may change its milestones and visits. */
    may: z.object({ change: z.boolean() }),
  })
  .meta({ id: 'TimelineRow' });

export const TimelineNetwork = z
  .object({
    id: Id,
    slug: Slug,
    name: z.string(),
    startsOn: PlainDate,
    endsOn: PlainDate,
    /** The month it is in, 1 = the start month. */
    month: z.int(),
    /** How many exchange visits each partnership makes a year, at least. */
    visitsAYear: z.int(),
    /** The channel that tells of changes, and up to where they are in here; null for readers who are not in it. */
    stream: z.object({ channelId: Id, seq: z.int() }).nullable(),
    items: z.array(PlanItem),
    /** Those of the whole network. */
    milestones: z.array(Milestone),
    /** Partnerships by name, those of associates last; none for guests. */
    rows: z.array(TimelineRow),
    /** The reader may change the plan and the network's own milestones. */
    may: z.object({ change: z.boolean() }),
  })
  .meta({ id: 'TimelineNetwork' });

export const Timeline = z
  .object({
    /** The day that late was found by. */
    today: PlainDate,
    networks: z.array(TimelineNetwork),
    bands: z.array(CalendarBand),
  })
  .meta({ id: 'Timeline' });

/** How a milestone stood after a change; the first is the plan. */
export const MilestoneChange = z
  .object({
    version: z.int(),
    at: Instant,
    /** Null for what the plan brought. */
    by: PersonRef.nullable(),
    reason: z.string(),
    forecastOn: PlainDate.nullable(),
    actualOn: PlainDate.nullable(),
    state: MilestoneState,
    /** It took the change before it back. */
    undone: z.boolean(),
  })
  .meta({ id: 'MilestoneChange' });

/** What proves a result: a message of the hub, or a page elsewhere. */
export const Evidence = z
  .object({
    id: Id,
    note: z.string(),
    /** Null where the reader is not in its channel; its excerpt is empty once it was removed. */
    message: z.object({ id: Id, topicId: Id, excerpt: z.string(), author: PersonRef }).nullable(),
    link: z.string().nullable(),
    sdgTargets: z.array(SdgTarget).max(3),
    coreValue: CoreValue.nullable(),
    level: ResultLevel.nullable(),
    year: z.int().nullable(),
    addedBy: PersonRef,
    addedAt: Instant,
  })
  .meta({ id: 'Evidence' });

/** How another partnership stands with the same line of the plan, and whom to ask about it. */
export const Elsewhere = z
  .object({
    partnership: z.object({ id: Id, slug: Slug, name: z.string() }),
    milestone: Milestone,
    lesson: z.string(),
    evidence: z.int(),
    ask: z.array(PersonRef),
  })
  .meta({ id: 'Elsewhere' });

/** A seat that answers for a milestone, with whoever sits in it. */
const OwnerSeat = z.object({ id: Id, side: Side, role: Role, holder: PersonRef.nullable() });

export const MilestonePage = z
  .object({
    milestone: Milestone,
    item: PlanItem,
    network: z.object({ id: Id, slug: Slug, name: z.string() }),
    partnership: z.object({ id: Id, slug: Slug, name: z.string() }).nullable(),
    stream: z.object({ channelId: Id, seq: z.int() }).nullable(),
    /** Where one was named. */
    ownerSeat: OwnerSeat.nullable(),
    /** Those that whoever may change it can choose from: the seats of its partnership. */
    seats: z.array(OwnerSeat),
    /** What others can learn from it. */
    lesson: z.string(),
    /** The latest first. */
    changes: z.array(MilestoneChange),
    evidence: z.array(Evidence),
    /** Where it is talked about, if the reader is there. */
    topic: z.object({ id: Id, title: z.string(), channelId: Id }).nullable(),
    /** The channel such a topic opens in, where the reader may write: the partnership's own, else the network's general one. */
    channelId: Id.nullable(),
    /** Those who have done it first, the latest last; empty for a milestone of the network. */
    elsewhere: z.array(Elsewhere),
    may: z.object({ change: z.boolean() }),
  })
  .meta({ id: 'MilestonePage' });

export type MilestoneKind = z.infer<typeof MilestoneKind>;
export type ResultLevel = z.infer<typeof ResultLevel>;
export type CoreValue = z.infer<typeof CoreValue>;
export type MilestoneScope = z.infer<typeof MilestoneScope>;
export type MilestoneState = z.infer<typeof MilestoneState>;
export type PlanItem = z.infer<typeof PlanItem>;
export type Milestone = z.infer<typeof Milestone>;
export type TimelineRow = z.infer<typeof TimelineRow>;
export type TimelineNetwork = z.infer<typeof TimelineNetwork>;
export type Timeline = z.infer<typeof Timeline>;
export type MilestoneChange = z.infer<typeof MilestoneChange>;
export type Evidence = z.infer<typeof Evidence>;
export type Elsewhere = z.infer<typeof Elsewhere>;
export type OwnerSeat = z.infer<typeof OwnerSeat>;
export type MilestonePage = z.infer<typeof MilestonePage>;
