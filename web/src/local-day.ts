/** Calendar days and clocks of a reader: which instant they are in their zone. */

/** The first moment of a day, `YYYY-MM-DD`. One whose midnight a clock change leaves out begins when that change is over. */
export function startOfDay(day: string, timeZone: string): string {
  return clockOn(day, '00:00', timeZone);
}

/** When the clock shows this on that day. */
export function clockOn(day: string, clock: string, timeZone: string): string {
  const utc = Date.parse(`${day}T${clock}:00Z`);
  // A zone is at most 14 hours off, and its distance may change in between: twice is enough.
  let at = utc;
  for (let tries = 0; tries < 2; tries++) at = utc - offsetAt(at, timeZone);
  if (dayAt(at, timeZone) < day) at += hourMs;
  return new Date(at).toISOString();
}

/** The calendar day of an instant in a zone. */
export function dayAt(at: number, timeZone: string): string {
  return wall(at, timeZone).slice(0, 10);
}

const hourMs = 3_600_000;

/** How far a zone's clock is ahead of UTC at an instant, ms. */
function offsetAt(at: number, timeZone: string): number {
  return Date.parse(`${wall(at, timeZone)}Z`) - Math.floor(at / 1000) * 1000;
}

/** What the clock on the wall shows: 2026-03-12T14:05:00. */
function wall(at: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:${part('second')}`;
}
