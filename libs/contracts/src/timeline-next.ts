/** What of the timeline is next for a reader: a few dates for the first page. */
import { z } from 'zod';
import { Id, PlainDate, Side, Slug, TimeZone } from './model.js';
import { MilestoneKind, MilestoneState, Names } from './timeline.js';
import { VisitState } from './visits.js';

const Place = z.object({ slug: Slug, name: z.string() });

/** A milestone that is neither done nor out of question. */
export const NextDate = z
  .object({
    id: Id,
    kind: MilestoneKind,
    names: Names,
    /** The day it is due, as it is forecast now. */
    on: PlainDate,
    /** A clock time that it is due by, where it has one. */
    deadline: z.object({ time: z.string(), timeZone: TimeZone }).nullable(),
    state: MilestoneState,
    late: z.boolean(),
    network: Place,
    /** Null where it is the whole network's. */
    partnership: Place.nullable(),
  })
  .meta({ id: 'NextDate' });

export const NextVisit = z
  .object({
    id: Id,
    startsOn: PlainDate,
    endsOn: PlainDate,
    state: VisitState,
    hostSide: Side,
    host: z.string().nullable(),
    network: Place,
    partnership: Place,
  })
  .meta({ id: 'NextVisit' });

export const TimelineNext = z
  .object({
    /** The day that it was found by. */
    today: PlainDate,
    /** Of the partnerships that the reader works in: what is late, the longest first, and how many there are of it. */
    late: z.array(NextDate),
    lateCount: z.int(),
    /** What is due next there. */
    deadline: NextDate.nullable(),
    visit: NextVisit.nullable(),
    /** Visits that were held there and of which nobody wrote down what was learned, the latest first, for who may. */
    lessons: z.array(NextVisit),
    /** The reader's networks that go on, the youngest first. */
    networks: z.array(
      z.object({
        network: Place,
        /** What is next for the whole network. */
        next: NextDate.nullable(),
        /** The next visit in it, for those who work there for no single partnership. */
        visit: NextVisit.nullable(),
        /** For those who keep its timeline: how many milestones are late or at risk, and partnerships long silent. */
        watch: z.object({ late: z.int(), atRisk: z.int(), silent: z.int() }).nullable(),
      }),
    ),
  })
  .meta({ id: 'TimelineNext' });

export type NextDate = z.infer<typeof NextDate>;
export type NextVisit = z.infer<typeof NextVisit>;
export type TimelineNext = z.infer<typeof TimelineNext>;
