/**
 * When a person may be written to, pure. The clock and the calendar on the person's wall decide, minute by minute: a
 * moment is quiet when their clock shows a quiet time, or their calendar a quiet weekday or a holiday.
 *
 * - Quiet hours begin at `from` and end before `until`; over midnight where `until` is the smaller. Equal: no hour is
 *   quiet. At most they are all minutes but one.
 * - A quiet day or holiday is the whole day from midnight to midnight, or from the first moment that the clock shows.
 * - Where the clock is put forward, times that it skips never come: quiet hours that begin in the gap begin at its end,
 *   and those that end in the gap end there too.
 * - Where it is put back, times come twice: quiet hours that end in the overlap are over when the clock first shows their
 *   end, and quiet again when it shows the times before it once more.
 * - Whoever keeps all seven days quiet keeps none quiet: otherwise nothing would ever reach them.
 * - Nothing is remembered: who moves to another zone while something waits is asked anew, and what waits goes by then.
 */
import { Temporal } from 'temporal-polyfill';

type Local = Temporal.ZonedDateTime;

/** Local times as `HH:MM`, weekdays with Monday as 1. */
export interface Quiet {
  timeZone: string;
  from: string;
  until: string;
  days: readonly number[];
  /** Whether a day, `YYYY-MM-DD`, is a holiday of the person. */
  isHoliday: (day: string) => boolean;
}

export type QuietReason = 'quiet_hours' | 'quiet_day' | 'holiday';

/** Nobody keeps quiet longer: a calendar with more quiet days than this in a row is wrong, and its days are not kept. */
const longestRestDays = 60;

/** The first moment from this one on that is not quiet, and what made it later. */
export function wakingTime(at: Date, quiet: Quiet): { at: Date; reason: QuietReason | null } {
  const asked = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(quiet.timeZone);
  const first = quietReason(asked, quiet);
  if (first === null) return { at, reason: null };
  const last = asked.add({ days: longestRestDays });
  const hoursAlone: Quiet = { ...quiet, days: [], isHoliday: () => false };
  const found = awakeFrom(asked, quiet, last) ?? awakeFrom(asked, hoursAlone, last) ?? asked;
  return { at: new Date(found.epochMilliseconds), reason: first };
}

/** What makes this moment quiet; the day speaks before the hour. */
export function quietReason(local: Local, quiet: Quiet): QuietReason | null {
  const { from, until } = quiet;
  const ofDay = restReason(local.toPlainDate(), quiet);
  if (ofDay !== null) return ofDay;
  const time = clockTime(local);
  const isWithin = from <= until ? time >= from && time < until : time >= from || time < until;
  return isWithin ? 'quiet_hours' : null;
}

export function isRestDay(day: Temporal.PlainDate, quiet: Quiet): boolean {
  return restReason(day, quiet) !== null;
}

function restReason(day: Temporal.PlainDate, { days, isHoliday }: Quiet): QuietReason | null {
  if (days.includes(day.dayOfWeek) && new Set(days).size < 7) return 'quiet_day';
  return isHoliday(day.toString()) ? 'holiday' : null;
}

/** What the clock shows, `HH:MM`. */
function clockTime({ hour, minute }: Local): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

function awakeFrom(asked: Local, quiet: Quiet, last: Local): Local | undefined {
  let moment = asked;
  for (let reason = quietReason(moment, quiet); reason !== null; reason = quietReason(moment, quiet)) {
    if (Temporal.ZonedDateTime.compare(moment, last) > 0) return undefined;
    moment = reason === 'quiet_hours' ? endOfHours(moment, quiet) : nextDay(moment);
  }
  return moment;
}

/** The day ends at midnight, or where the clock is put back over it. */
function nextDay(local: Local): Local {
  const midnight = local.toPlainDate().add({ days: 1 }).toZonedDateTime({ timeZone: local.timeZoneId });
  return earliest(local, midnight, midnight.toPlainDateTime());
}

/** When the clock next shows the end of the quiet hours, or has skipped it. */
function endOfHours(local: Local, { from, until }: Quiet): Local {
  const isEvening = from > until && clockTime(local) >= from;
  const day = isEvening ? local.toPlainDate().add({ days: 1 }) : local.toPlainDate();
  const end = day.toPlainDateTime(until);
  return earliest(local, end.toZonedDateTime(local.timeZoneId), end);
}

/**
 * Where the clock shows a time first after this moment. A time in a gap comes when the gap is over. A change of the clock on the
 * way is looked at by itself, since what it shows then need not be quiet any more.
 */
function earliest(after: Local, found: Local, shown: Temporal.PlainDateTime): Local {
  const isAfter = (one: Local) => Temporal.ZonedDateTime.compare(one, after) > 0;
  const target = isAfter(found) ? found : shown.toZonedDateTime(after.timeZoneId, { disambiguation: 'later' });
  const change = after.offsetNanoseconds === target.offsetNanoseconds ? null : after.getTimeZoneTransition('next');
  return change && isAfter(change) && Temporal.ZonedDateTime.compare(change, target) < 0 ? change : target;
}
