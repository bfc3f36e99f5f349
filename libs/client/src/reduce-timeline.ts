/**
 * How events change a timeline that was loaded: pure. Undefined: it is to be loaded afresh. A file of its own, since only
 * the pages that show one need it.
 */
import type { HubEvent, Milestone, Timeline, TimelineNetwork, TimelineRow, VisitCard } from '@hub/contracts';

/** Of two states of the same thing the larger version is newer. */
export function reduceTimeline(timeline: Timeline, event: HubEvent): Timeline | undefined {
  switch (event.kind) {
    case 'milestone.changed':
      return inNetwork(timeline, event.networkId, (network) => withMilestone(network, event.milestone));
    case 'visit.changed':
      return inNetwork(timeline, event.networkId, (network) => withVisit(network, event.visit));
    case 'plan.changed':
      return timeline.networks.some(({ id }) => id === event.networkId) ? undefined : timeline;
    default:
      return timeline;
  }
}

function inNetwork(
  timeline: Timeline,
  networkId: string,
  fold: (network: TimelineNetwork) => TimelineNetwork | undefined,
): Timeline | undefined {
  const network = timeline.networks.find(({ id }) => id === networkId);
  if (!network) return timeline;
  const now = fold(network);
  if (now === network) return timeline;
  return now && { ...timeline, networks: timeline.networks.map((one) => (one === network ? now : one)) };
}

function withMilestone(network: TimelineNetwork, milestone: Milestone): TimelineNetwork | undefined {
  if (milestone.partnershipId === null) {
    const milestones = replaced(network.milestones, milestone);
    return milestones === network.milestones ? network : milestones && { ...network, milestones };
  }
  return inRow(network, milestone.partnershipId, (row) => {
    const milestones = replaced(row.milestones, milestone);
    return milestones === row.milestones ? row : milestones && { ...row, milestones };
  });
}

/** A visit that is new has its place among the others by its first day. */
function withVisit(network: TimelineNetwork, visit: VisitCard): TimelineNetwork | undefined {
  return inRow(network, visit.partnershipId, (row) => {
    const known = row.visits.find(({ id }) => id === visit.id);
    if (known && known.version >= visit.version) return row;
    const others = row.visits.filter((one) => one !== known);
    const visits = [...others, visit].sort((a, b) => order(a).localeCompare(order(b)));
    return { ...row, visits };
  });
}

const order = ({ startsOn, id }: VisitCard) => `${startsOn} ${id}`;

function inRow(
  network: TimelineNetwork,
  partnershipId: string,
  fold: (row: TimelineRow) => TimelineRow | undefined,
): TimelineNetwork | undefined {
  const row = network.rows.find(({ partnership }) => partnership.id === partnershipId);
  const now = row && fold(row);
  if (now === undefined || now === row) return now && network;
  return { ...network, rows: network.rows.map((one) => (one === row ? now : one)) };
}

/** The same list where what came is no newer; undefined where it is not in it. */
function replaced(milestones: Milestone[], milestone: Milestone): Milestone[] | undefined {
  const known = milestones.find(({ id }) => id === milestone.id);
  if (!known) return undefined;
  return known.version >= milestone.version ? milestones : milestones.map((one) => (one === known ? milestone : one));
}
