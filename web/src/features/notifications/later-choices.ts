/** Until when something can be put off: in an hour, and mornings by the reader's own clock. */
import { clockOn, dayAt } from '../../local-day';

export interface LaterChoice {
  when: 'hour' | 'tomorrow' | 'monday';
  /** An instant. */
  at: string;
}

const morning = '08:00';
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

export function laterChoices(now: number, timeZone: string): LaterChoice[] {
  const tomorrow = dayAfter(now, timeZone, 1);
  const monday = dayAfter(now, timeZone, 8 - (weekdayOf(dayAt(now, timeZone)) || 7));
  return [
    { when: 'hour', at: new Date(now + hourMs).toISOString() },
    { when: 'tomorrow', at: morningOf(tomorrow, timeZone) },
    ...(monday === tomorrow ? [] : [{ when: 'monday' as const, at: morningOf(monday, timeZone) }]),
  ];
}

export function morningOf(day: string, timeZone: string): string {
  return clockOn(day, morning, timeZone);
}

/** A calendar day so many days after today. */
export function dayAfter(now: number, timeZone: string, days: number): string {
  return new Date(Date.parse(dayAt(now, timeZone)) + days * dayMs).toISOString().slice(0, 10);
}

/** 0 is Sunday. */
function weekdayOf(day: string): number {
  return new Date(day).getUTCDay();
}
