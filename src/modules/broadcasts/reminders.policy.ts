/** When those who have not acknowledged are reminded, pure: it follows from when they were asked and by when. */

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** Days after they were asked, at growing distance. */
const distances = [2, 5, 9];
/** The last day is the day itself at this hour in UTC; a person's quiet hours move the mail, not the reminder. */
const lastDayHour = 6;
/** Two reminders within less than this are one. */
const apartMs = 12 * hourMs;

/** In order. Of a date, the last is on its day and none after. */
export function reminderTimes(askedAt: Date, acknowledgeBy: string | null): Date[] {
  const asked = askedAt.getTime();
  const growing = distances.map((days) => asked + days * dayMs);
  if (acknowledgeBy === null) return growing.map((at) => new Date(at));
  const last = Date.parse(acknowledgeBy) + lastDayHour * hourMs;
  const before = growing.filter((at) => at <= last - apartMs);
  return [...before, ...(last >= asked + apartMs ? [last] : [])].map((at) => new Date(at));
}

/** The first moment after the day by which it was asked for. */
export function overAt(acknowledgeBy: string): Date {
  return new Date(Date.parse(acknowledgeBy) + dayMs);
}

/** How many reminders are due by now; none any more when it is over. */
export function remindersDue(askedAt: Date, acknowledgeBy: string | null, now: Date): number {
  if (acknowledgeBy !== null && now >= overAt(acknowledgeBy)) return 0;
  return reminderTimes(askedAt, acknowledgeBy).filter((at) => at <= now).length;
}

/** The next, or null when they are over and whoever is missing is to be called. */
export function nextReminder(askedAt: Date, acknowledgeBy: string | null, now: Date): Date | null {
  return reminderTimes(askedAt, acknowledgeBy).find((at) => at > now) ?? null;
}
