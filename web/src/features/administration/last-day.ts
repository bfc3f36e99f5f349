/** Days of roles: the hub keeps the first day without one, people think of the last day with it. */
import type { RoleTerm } from '@hub/contracts';

const dayMs = 86_400_000;

/** So many days before the end its holder is told. */
export const warnedDays = 28;

export function lastOn({ untilOn }: Pick<RoleTerm, 'untilOn'>): string | null {
  return untilOn === null ? null : plain(Date.parse(untilOn) - dayMs);
}

/** From today to the last day; nothing for a role without an end, or over. */
export function daysLeft(term: Pick<RoleTerm, 'untilOn' | 'over'>, now: number): number | undefined {
  const last = lastOn(term);
  if (last === null || term.over) return undefined;
  return Math.max(0, Math.round((Date.parse(last) - Date.parse(plain(now))) / dayMs));
}

function plain(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
