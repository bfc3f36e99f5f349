/** The next time that the clock of a zone shows a weekday and a time; 1 is Monday. Where a change of the clock skips it, the time after. */
const dayMs = 24 * 60 * 60_000;

export function nextMoment(weekday: number, time: string, timeZone: string, now: number): string {
  const today = shownIn(timeZone, now);
  const ahead = (weekday - (new Date(today).getUTCDay() || 7) + 7) % 7;
  const wanted = (weeks: number) =>
    Date.parse(`${new Date(today + (ahead + 7 * weeks) * dayMs).toISOString().slice(0, 10)}T${time}Z`);
  const first = instantOf(wanted(0), timeZone);
  return new Date(first > now ? first : instantOf(wanted(1), timeZone)).toISOString();
}

/** A wall's time, told as if it were UTC, as the instant it is. */
function instantOf(shown: number, timeZone: string): number {
  const guess = shown - (shownIn(timeZone, shown) - shown);
  return guess - (shownIn(timeZone, guess) - shown);
}

/** What the wall shows at an instant, told as if it were UTC. */
function shownIn(timeZone: string, at: number): number {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  return Date.parse(`${format.format(at).replace(' ', 'T')}Z`);
}
