/** What the changes of networks, partnerships and seats have in common: a day, and a reason. */
import { PlainDate } from './model.js';

/** A day that something in the field begins or ends on. */
export const FieldDate = PlainDate.refine((day) => day >= '2000-01-01', { error: 'too_early' }).refine(
  (day) => day < '2100-01-01',
  { error: 'too_late' },
);

export const maxWhyLength = 300;
