/** Exchange visits by the year of the network in which they begin, and by partnership. */
import type { TimelineNetwork, VisitCard } from '@hub/contracts';
import { dayOf, monthsSince } from './days';

export interface VisitYear {
  /** 1 is months 1 to 12. */
  year: number;
  /** By the partnership's id, in the order of their days. */
  visits: Map<string, VisitCard[]>;
}

export function visitYearsOf({ startsOn, rows }: Pick<TimelineNetwork, 'startsOn' | 'rows'>): VisitYear[] {
  const years = new Map<number, VisitYear>();
  const all = rows.flatMap(({ visits }) => visits).sort((a, b) => a.startsOn.localeCompare(b.startsOn));
  for (const visit of all) {
    const year = Math.floor(monthsSince(dayOf(startsOn), dayOf(visit.startsOn)) / 12) + 1;
    const { visits } = years.get(year) ?? { visits: new Map<string, VisitCard[]>() };
    visits.set(visit.partnershipId, [...(visits.get(visit.partnershipId) ?? []), visit]);
    years.set(year, { year, visits });
  }
  return [...years.values()].sort((a, b) => a.year - b.year);
}
