/** The timeline as a list: what is late, what comes month by month, and what has been. */
import type { Milestone, PlanItem, TimelineNetwork, TimelineRow, VisitCard } from '@hub/contracts';
import { dateOf, standingOf, standingOfVisit, type Standing } from './standing';

interface Common {
  id: string;
  /** The day it is listed under. */
  on: string;
  standing: Standing;
  network: TimelineNetwork;
  /** Null for a milestone of the whole network. */
  row: TimelineRow | null;
}

export type Entry = Common & ({ milestone: Milestone; item: PlanItem } | { visit: VisitCard });

export interface Entries {
  late: Entry[];
  /** By month, `2026-12`, from today on. */
  coming: { month: string; entries: Entry[] }[];
  /** The latest first. */
  past: Entry[];
}

export function entriesOf(networks: readonly TimelineNetwork[], today: string): Entries {
  const all = networks
    .flatMap((network) => [
      ...milestonesOf(network, null, network.milestones),
      ...network.rows.flatMap((row) => [
        ...milestonesOf(network, row, row.milestones),
        ...row.visits.map((visit): Entry => ({
          id: visit.id,
          on: visit.startsOn,
          standing: standingOfVisit(visit),
          network,
          row,
          visit,
        })),
      ]),
    ])
    .sort((a, b) => a.on.localeCompare(b.on));
  const rest = all.filter(({ standing }) => standing !== 'late');
  const months = new Map<string, Entry[]>();
  for (const entry of rest.filter((one) => lastDay(one) >= today)) {
    // What goes on today began in a month before, perhaps.
    const month = (entry.on < today ? today : entry.on).slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), entry]);
  }
  return {
    late: all.filter(({ standing }) => standing === 'late'),
    coming: [...months].map(([month, entries]) => ({ month, entries })),
    past: rest.filter((one) => lastDay(one) < today).toReversed(),
  };
}

function milestonesOf(network: TimelineNetwork, row: TimelineRow | null, milestones: readonly Milestone[]): Entry[] {
  return milestones.flatMap((milestone) => {
    const item = network.items.find(({ id }) => id === milestone.itemId);
    const common = { id: milestone.id, on: dateOf(milestone), standing: standingOf(milestone), network, row };
    return item ? [{ ...common, milestone, item }] : [];
  });
}

function lastDay(entry: Entry): string {
  return 'visit' in entry ? entry.visit.endsOn : entry.on;
}
