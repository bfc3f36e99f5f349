/** What time brings to a question that waits: all of it follows from when it was asked, given and paused. Pure. */
import { targetOf, type Calendar, type Pause } from './target.policy.js';

export interface Waiting {
  waitingSince: Date;
  /** Since when somebody is answerable; null while nobody is. */
  routedAt: Date | null;
  /** Working days for the answer. */
  responseDays: number;
  pauses: readonly Pause[];
  calendar: Calendar;
}

export interface Times {
  /** By when an answer is due. */
  target: Date;
  /** From when on it is near; null where it never is, e.g. because it was given to them later than that. */
  dueFrom: Date | null;
  /** Whether the target passes while the same one is answerable: else they were told when it was given to them. */
  becomesLate: boolean;
  /** From when on a second person is asked. */
  secondFrom: Date;
}

/** Working days from the target until a second person is asked. */
const patience = 2;

/** Null while the asker is asked back. */
export function timesOf({ waitingSince, routedAt, responseDays, pauses, calendar }: Waiting): Times | null {
  const reckon = (start: Date, days: number) => targetOf(start, days, calendar, pauses);
  const target = reckon(waitingSince, responseDays);
  if (!target) return null;
  const since = routedAt ?? waitingSince;
  const near = responseDays > 1 ? reckon(waitingSince, responseDays - 1) : null;
  // The target is the first moment after its day.
  const secondFrom = reckon(new Date(Math.max(target.getTime() - 1, since.getTime())), patience) ?? target;
  return { target, dueFrom: near && since < near ? near : null, becomesLate: since < target, secondFrom };
}

export type Reminder = 'question_due' | 'question_late';

/** What whoever is answerable is to be reminded of by now. */
export function reminderAt({ target, dueFrom, becomesLate }: Times, now: Date): Reminder | null {
  if (now >= target) return becomesLate ? 'question_late' : null;
  return dueFrom && now >= dueFrom ? 'question_due' : null;
}
