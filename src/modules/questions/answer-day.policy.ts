/** By when a question is to be answered, as people read it: in the days of whoever is answerable. Pure. */
import type { Target } from '@hub/contracts';
import { Temporal } from 'temporal-polyfill';
import { zoneOf } from '../preferences/zone.policy.js';

export interface Reckoned {
  at: string | null;
  timeZone: string | null;
}

/** The last day for an answer, on the wall of whoever is answerable; null where nothing runs. */
export function answerDay({ at, timeZone }: Reckoned): string | null {
  return targetAt(at, zoneOf(timeZone ?? 'UTC'), new Date()).on;
}

/** `at` is the first moment of the day after; null while nothing runs. */
export function targetAt(at: string | null, timeZone: string, now: Date): Target {
  if (at === null) return { at, on: null, timeZone, late: false };
  const end = Temporal.Instant.from(at);
  const on = end.subtract({ milliseconds: 1 }).toZonedDateTimeISO(timeZone).toPlainDate().toString();
  return { at, on, timeZone, late: end.epochMilliseconds <= now.getTime() };
}
