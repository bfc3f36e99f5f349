/** Plain dates as numbers of days, for measuring and comparing without a zone. */

export const dayMs = 86_400_000;

/** Days since 1970-01-01; what is no date is not a number. */
export function dayOf(plain: string): number {
  return Date.parse(`${plain}T00:00:00Z`) / dayMs;
}

export function plainOf(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

/** The first day of the quarter that a day is in. */
export function quarterStart(day: number): number {
  const date = new Date(day * dayMs);
  return firstOf(date.getUTCFullYear(), Math.floor(date.getUTCMonth() / 3) * 3);
}

/** The first day of the quarter so many quarters later. */
export function quartersLater(start: number, quarters: number): number {
  const date = new Date(start * dayMs);
  return firstOf(date.getUTCFullYear(), date.getUTCMonth() + 3 * quarters);
}

/** Months from the first of the start month, with the part of the month gone by: 0 is the first day of month 1. */
export function monthsSince(start: number, day: number): number {
  const [from, to] = [new Date(start * dayMs), new Date(day * dayMs)];
  const months = 12 * (to.getUTCFullYear() - from.getUTCFullYear()) + to.getUTCMonth() - from.getUTCMonth();
  const length = firstOf(to.getUTCFullYear(), to.getUTCMonth() + 1) - firstOf(to.getUTCFullYear(), to.getUTCMonth());
  return months + (to.getUTCDate() - 1) / length;
}

function firstOf(year: number, month: number): number {
  return Date.UTC(year, month, 1) / dayMs;
}
