/**
 * How exchange visits are counted, who hosts the next one, and until when lessons are asked for: the same for hub and
 * browser, and free of schemas. Days are `YYYY-MM-DD`.
 */
import type { Side } from './model.js';
import type { VisitState } from './visits.js';

/** Lessons are asked for within so many days of the last day. */
export const lessonDays = 14;

/** Of the years a network works, from 1: each begins in the month that the network began in. */
export function networkYear(networkStartsOn: string, day: string): number {
  return Math.floor((monthOf(day) - monthOf(networkStartsOn)) / 12) + 1;
}

/** How many of them count towards the minimum of a network year: what was held, by its first day. */
export function visitsHeld(
  visits: readonly { startsOn: string; state: VisitState }[],
  networkStartsOn: string,
  year: number,
): number {
  return visits.filter(({ startsOn, state }) => isHeld(state) && networkYear(networkStartsOn, startsOn) === year)
    .length;
}

export function isHeld(state: VisitState): boolean {
  return state === 'held' || state === 'held_online';
}

/** Hosts alternate: the side that did not host the last one, be it held or still to come. At first the international one. */
export function hostsNext(visits: readonly { startsOn: string; state: VisitState; hostSide: Side }[]): Side {
  const last = visits
    .filter(({ state }) => state !== 'cancelled')
    .reduce<(typeof visits)[number] | undefined>(
      (latest, visit) => (latest && latest.startsOn >= visit.startsOn ? latest : visit),
      undefined,
    );
  return last?.hostSide === 'international' ? 'swedish' : 'international';
}

/** The last day on which lessons are asked for; null before the visit was held. */
export function lessonsDueOn({ state, endsOn }: { state: VisitState; endsOn: string }): string | null {
  if (!isHeld(state)) return null;
  return new Date(Date.parse(endsOn) + lessonDays * 86_400_000).toISOString().slice(0, 10);
}

function monthOf(day: string): number {
  return 12 * Number(day.slice(0, 4)) + Number(day.slice(5, 7));
}
