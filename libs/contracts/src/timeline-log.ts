/** What people changed lately on a partnership's part of the timeline. */
import { z } from 'zod';
import { Id, Instant, PersonRef, PlainDate, Side } from './model.js';
import { MilestoneState, Names } from './timeline.js';
import { VisitCause, VisitState } from './visits.js';

const made = { at: Instant, by: PersonRef, reason: z.string(), undone: z.boolean() };

/** How a milestone or a visit stood after a change. */
export const LoggedChange = z
  .discriminatedUnion('about', [
    z.object({
      about: z.literal('milestone'),
      ...made,
      milestone: z.object({ id: Id, names: Names, state: MilestoneState, day: PlainDate }),
    }),
    z.object({
      about: z.literal('visit'),
      ...made,
      visit: z.object({
        id: Id,
        hostSide: Side,
        host: z.string().nullable(),
        startsOn: PlainDate,
        endsOn: PlainDate,
        state: VisitState,
        cause: VisitCause.nullable(),
      }),
    }),
  ])
  .meta({ id: 'LoggedChange' });

export type LoggedChange = z.infer<typeof LoggedChange>;
