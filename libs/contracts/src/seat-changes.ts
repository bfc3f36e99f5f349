/** The seats of a steering group as those who keep them see them, and what is given to fill, vacate and hand them over. */
import { z } from 'zod';
import { FieldDate } from './field-date.js';
import { Id, Mandate, PersonRef, PlainDate, Role, Side, Slug } from './model.js';
import { Seat } from './networks.js';

/** A seat with everybody who holds, held or will hold it, the latest first. */
export const KeptSeat = Seat.extend({
  mandate: Mandate,
  holders: z.array(z.object({ person: PersonRef, fromOn: PlainDate, untilOn: PlainDate.nullable() })),
}).meta({ id: 'KeptSeat' });

const ofSeat = z.object({ partnershipSlug: Slug, seatId: Id });

/** A seat is added once for its id. Only a politician has a mandate. */
export const AddSeat = ofSeat
  .extend({ side: Side, role: Role.extract(['politician', 'senior_official']), mandate: Mandate, fromOn: FieldDate })
  .refine(({ role, mandate }) => role === 'politician' || mandate === 'none', {
    path: ['mandate'],
    error: 'not_a_choice',
  })
  .meta({ id: 'AddSeat' });

export const FillSeat = ofSeat.extend({ personId: Id, fromOn: FieldDate }).meta({ id: 'FillSeat' });

/** `untilOn` is the first day without a holder. */
export const VacateSeat = ofSeat.extend({ untilOn: FieldDate }).meta({ id: 'VacateSeat' });

/** On this day one holder ends and the other begins. */
export const HandOverSeat = ofSeat.extend({ personId: Id, on: FieldDate }).meta({ id: 'HandOverSeat' });

/** `untilOn` is the first day without the seat. */
export const EndSeat = ofSeat.extend({ untilOn: FieldDate }).meta({ id: 'EndSeat' });

export type KeptSeat = z.infer<typeof KeptSeat>;
