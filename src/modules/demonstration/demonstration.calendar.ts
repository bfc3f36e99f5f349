/** Dates counted from the day the demonstration is loaded, so that it never ages. Days are plain dates in UTC. */
import { createHash } from 'node:crypto';

const plain = (date: Date) => date.toISOString().slice(0, 10);

/** The first day of month `month` of a network that today is in its month `networkMonth`. */
export function monthStart(now: Date, networkMonth: number, month: number): string {
  return plain(new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + month - networkMonth, 1)));
}

/** The day the people of a partnership leave it that withdrew in `month`: six weeks are left to hand over and close the books. */
export function closingDay(now: Date, networkMonth: number, month: number): string {
  return daysFrom(monthStart(now, networkMonth, month + 1), 14);
}

export function daysFrom(day: string, days: number): string {
  return plain(new Date(Date.parse(day) + days * 86_400_000));
}

export function daysAgo(now: Date, days: number): string {
  return daysFrom(plain(now), -days);
}

/** The last day before the same date `years` later. */
export function lastDayAfter(startsOn: string, years: number): string {
  const start = new Date(startsOn);
  return plain(new Date(Date.UTC(start.getUTCFullYear() + years, start.getUTCMonth(), start.getUTCDate() - 1)));
}

/** An instant by a UTC clock time some days ago; it may lie ahead when that is today. */
export function clockTime(now: Date, days: number, { hour, minute }: { hour: number; minute: number }): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() - days, hour, minute));
}

/** The same, written "-<days>d <HH:MM>". */
export function timeAgo(now: Date, written: string): Date {
  const [days = 0, hour = 0, minute = 0] = (written.match(/\d+/g) ?? []).map(Number);
  return clockTime(now, days, { hour, minute });
}

/** A number that is the same for the same thing in every demonstration. */
export function chance(key: string): number {
  return createHash('sha256').update(key).digest().readUInt16BE();
}

/** Some moment of a working day in all of these countries. */
export function clock(day: string, key: string): string {
  const minutes = 7 * 60 + (chance(`clock/${key}`) % 420);
  return `${day}T${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}:00Z`;
}
