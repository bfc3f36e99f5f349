/** The last day of so many months from a first day, both `YYYY-MM-DD`; none while the first is not written out. */
export function lastDay(firstDay: string, months: number): string | undefined {
  const first = new Date(`${firstDay}T00:00:00Z`);
  if (Number.isNaN(first.getTime()) || first.getUTCFullYear() < 2000) return undefined;
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + months, first.getUTCDate() - 1));
  return last.toISOString().slice(0, 10);
}
