/** What of a timeline is shown: by kind, state, country and Global Goal. */
import type { MilestoneKind, TimelineNetwork, TimelineRow } from '@hub/contracts';
import { standingOf, standingOfVisit, type Standing } from './standing';

export interface TimelineFilter {
  /** `visit` for exchange visits alone. */
  kind?: MilestoneKind | 'visit';
  state?: Standing;
  country?: string;
  goal?: number;
}

/** A network with what is left of it. Where marks are chosen among, partnerships without any of them are left out. */
export function shownOf(network: TimelineNetwork, filter: TimelineFilter): TimelineNetwork {
  const { kind, state, country, goal } = filter;
  if (isEmpty(filter)) return network;
  const kinds = new Map(network.items.map((item) => [item.id, item.kind]));
  const ofKind = (itemId: string) => kind === undefined || kinds.get(itemId) === kind;
  const ofState = (standing: Standing) => state === undefined || standing === state;
  const milestonesOf = (all: TimelineRow['milestones']) =>
    all.filter((milestone) => ofKind(milestone.itemId) && ofState(standingOf(milestone)));
  const rows = network.rows
    .filter(({ partnership }) => country === undefined || partnership.countries.includes(country))
    .filter(({ partnership }) => goal === undefined || partnership.sdgTargets.some((one) => goalOf(one) === goal))
    .map((row) => ({
      ...row,
      milestones: milestonesOf(row.milestones),
      visits: row.visits.filter((visit) => (kind === undefined || kind === 'visit') && ofState(standingOfVisit(visit))),
    }))
    .filter(({ milestones, visits }) => choosesAmongPlaces(filter) || milestones.length + visits.length > 0);
  const milestones = milestonesOf(network.milestones);
  const left = new Set([milestones, ...rows.map((row) => row.milestones)].flat().map(({ itemId }) => itemId));
  return {
    ...network,
    milestones,
    rows,
    items: kind === undefined && state === undefined ? network.items : network.items.filter(({ id }) => left.has(id)),
  };
}

export function isEmpty(filter: TimelineFilter): boolean {
  return Object.values(filter).every((value) => value === undefined);
}

/** The goal that a target such as `16.7` belongs to. */
export function goalOf(target: string): number {
  return Number.parseInt(target, 10);
}

function choosesAmongPlaces({ kind, state }: TimelineFilter): boolean {
  return kind === undefined && state === undefined;
}
