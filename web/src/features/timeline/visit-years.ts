/** Exchange visits by the year of the network in which they begin, and by partnership. */
import type { TimelineNetwork, VisitCard } from '@hub/contracts';
import { networkYear } from '@hub/contracts/visit-rules';

export interface VisitYear {
  /** 1 is months 1 to 12. */
  year: number;
  /** By the partnership's id, in the order of their days. */
  visits: Map<string, VisitCard[]>;
}

/** Those with visits, and in any case the years until `upTo`. */
export function visitYearsOf({ startsOn, rows }: Pick<TimelineNetwork, 'startsOn' | 'rows'>, upTo = 0): VisitYear[] {
  const years = new Map<number, VisitYear>();
  for (let year = 1; year <= upTo; year++) years.set(year, { year, visits: new Map() });
  const all = rows.flatMap(({ visits }) => visits).sort((a, b) => a.startsOn.localeCompare(b.startsOn));
  for (const visit of all) {
    const year = networkYear(startsOn, visit.startsOn);
    const { visits } = years.get(year) ?? { visits: new Map<string, VisitCard[]>() };
    visits.set(visit.partnershipId, [...(visits.get(visit.partnershipId) ?? []), visit]);
    years.set(year, { year, visits });
  }
  return [...years.values()].sort((a, b) => a.year - b.year);
}

/** The year that a network is in: 0 before it began, its last one when it is over. */
export function yearNow({ month, startsOn, endsOn }: Pick<TimelineNetwork, 'month' | 'startsOn' | 'endsOn'>): number {
  return Math.max(0, Math.min(Math.ceil(month / 12), networkYear(startsOn, endsOn)));
}
