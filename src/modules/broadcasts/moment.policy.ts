/** Moments on somebody's wall clock. Pure. */
import type { LocalMoment } from '@hub/contracts';
import { Temporal } from 'temporal-polyfill';

/** A time that a clock change skips is the next that is there; one that comes twice is the first. */
export function instantOf({ day, time, timeZone }: LocalMoment): Date {
  const local = Temporal.PlainDateTime.from(`${day}T${time}`);
  const there = local.toZonedDateTime(timeZone, { disambiguation: 'later' });
  if (there.toPlainDateTime().equals(local))
    return new Date(local.toZonedDateTime(timeZone, { disambiguation: 'earlier' }).epochMilliseconds);
  const before = local.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  const change = before.getTimeZoneTransition('next');
  return new Date((change ?? there).epochMilliseconds);
}

/** The clock of a zone at a moment, `HH:MM`. */
export function clockIn(timeZone: string, at: Date): string {
  const there = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);
  return there.toPlainTime().toString({ smallestUnit: 'minute' });
}

/** The day in a zone at a moment, `YYYY-MM-DD`. */
export function dayIn(timeZone: string, at: Date): string {
  const there = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);
  return there.toPlainDate().toString();
}

/** Whether most people are at home or asleep: from 20:00 to 07:00. */
export function isNight(clock: string): boolean {
  return clock >= '20:00' || clock < '07:00';
}
