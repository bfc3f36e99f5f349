/** Moments as a wall clock shows them. */
import type { LocalMoment } from '@hub/contracts';

/** What day and time it is in a zone. */
export function momentIn(timeZone: string, at = Date.now()): LocalMoment {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  const [day = '', time = ''] = format.format(at).split(' ');
  return { day, time, timeZone };
}

/** Nine o'clock on the next working day there. */
export function nextMorning(timeZone: string, at = Date.now()): LocalMoment {
  const day = new Date(`${momentIn(timeZone, at).day}T00:00:00Z`);
  do day.setUTCDate(day.getUTCDate() + 1);
  while (day.getUTCDay() % 6 === 0);
  return { day: day.toISOString().slice(0, 10), time: '09:00', timeZone };
}
