/** How long something has waited, in whole days, and until when an answer is due on the wall of whoever reads. */
import type { Target } from '@hub/contracts';

const dayMs = 86_400_000;

export function daysWaited(since: string, now: number): number {
  return Math.max(0, Math.floor((now - Date.parse(since)) / dayMs));
}

/** A target is the first moment after its day: the last minute of that day says it better. */
export function lastMinute({ at }: Target): string | undefined {
  return at === null ? undefined : new Date(Date.parse(at) - 60_000).toISOString();
}
