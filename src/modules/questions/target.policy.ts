/** By when an answer is due: a number of working days, in the calendar of whoever is answerable. Pure. */
import { Temporal } from 'temporal-polyfill';

const { Instant } = Temporal;

/** In which somebody reckons their working days. */
export interface Calendar {
  timeZone: string;
  isHoliday(day: string): boolean;
}

/** The asker was asked back; without an end they still are. */
export interface Pause {
  fromAt: Date;
  untilAt: Date | null;
}

/**
 * The first moment after the last of so many working days, which begin on the day after the start's; null while it is paused.
 * A day on which it was paused at any moment is no working day.
 */
export function targetOf(start: Date, days: number, calendar: Calendar, pauses: readonly Pause[] = []): Date | null {
  const paused: [first: string, last: string][] = [];
  for (const { fromAt, untilAt } of pauses) {
    if (!untilAt) return null;
    // What ends at midnight was no part of the day that begins.
    const last = untilAt > fromAt ? new Date(untilAt.getTime() - 1) : untilAt;
    paused.push([dayOf(fromAt, calendar).toString(), dayOf(last, calendar).toString()]);
  }
  const isPaused = (day: string) => paused.some(([first, last]) => first <= day && day <= last);
  let day = dayOf(start, calendar);
  for (let left = days; left > 0;) {
    day = day.add({ days: 1 });
    if (isWorkingDay(day, calendar) && !isPaused(day.toString())) left--;
  }
  return new Date(day.add({ days: 1 }).toZonedDateTime(calendar.timeZone).epochMilliseconds);
}

function isWorkingDay(day: Temporal.PlainDate, { isHoliday }: Calendar): boolean {
  return day.dayOfWeek <= 5 && !isHoliday(day.toString());
}

function dayOf(at: Date, { timeZone }: Pick<Calendar, 'timeZone'>): Temporal.PlainDate {
  return Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();
}

/** Which day it is for somebody. */
export function todayIn(timeZone: string, now: Date): string {
  return dayOf(now, { timeZone }).toString();
}
