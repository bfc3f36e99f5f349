/** How long ago something was told, in the largest whole unit that people would say. */
export interface Ago {
  unit: 'today' | 'days' | 'weeks' | 'months' | 'never';
  count: number;
}

const dayMs = 86_400_000;
const silentAfterDays = 30;

export function agoOf(instant: string | null, now: number): Ago {
  if (instant === null) return { unit: 'never', count: 0 };
  const days = Math.floor((now - Date.parse(instant)) / dayMs);
  if (days < 1) return { unit: 'today', count: 0 };
  if (days < 14) return { unit: 'days', count: days };
  if (days < 61) return { unit: 'weeks', count: Math.floor(days / 7) };
  return { unit: 'months', count: Math.floor(days / 30.44) };
}

/** Nothing was told for thirty days. */
export function isSilent(instant: string | null, now: number): boolean {
  return instant === null || now - Date.parse(instant) >= silentAfterDays * dayMs;
}
