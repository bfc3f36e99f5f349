/**
 * How events change a timeline that was loaded: pure. Undefined: it is to be loaded afresh. A file of its own, since only
 * the pages that show one need it.
 */
import type { HubEvent, Milestone, Timeline, TimelineNetwork, TimelineRow, VisitCard } from '@hub/contracts';

/** After so long a partnership is called silent. */
const silenceMs = 30 * 86_400_000;

/** Of two states of the same thing the larger version is newer. */
export function reduceTimeline(timeline: Timeline, event: HubEvent, now = Date.now()): Timeline | undefined {
  switch (event.kind) {
    case 'milestone.changed':
      return inNetwork(timeline, event.networkId, (network) => withMilestone(network, event.milestone, now));
    case 'visit.changed':
      return inNetwork(timeline, event.networkId, (network) => withVisit(network, event.visit, now));
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

function withMilestone(network: TimelineNetwork, milestone: Milestone, now: number): TimelineNetwork | undefined {
  if (milestone.partnershipId === null) {
    const milestones = replaced(network.milestones, milestone);
    return milestones === network.milestones ? network : milestones && { ...network, milestones };
  }
  return inRow(network, milestone.partnershipId, now, (row) => {
    const milestones = replaced(row.milestones, milestone);
    return milestones === row.milestones ? row : milestones && { ...row, milestones };
  });
}

/** A visit that is new has its place among the others by its first day. */
function withVisit(network: TimelineNetwork, visit: VisitCard, now: number): TimelineNetwork | undefined {
  return inRow(network, visit.partnershipId, now, (row) => {
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
  now: number,
  fold: (row: TimelineRow) => TimelineRow | undefined,
): TimelineNetwork | undefined {
  const row = network.rows.find(({ partnership }) => partnership.id === partnershipId);
  if (!row) return undefined;
  const changed = fold(row);
  if (changed === undefined || changed === row) return changed && network;
  // Whether they who were silent told this themselves is the hub's to say.
  if (isSilent(row, now)) return undefined;
  return { ...network, rows: network.rows.map((one) => (one === row ? changed : one)) };
}

function isSilent({ lastToldAt }: TimelineRow, now: number): boolean {
  return lastToldAt === null || now - Date.parse(lastToldAt) >= silenceMs;
}

/** The same list where what came is no newer; undefined where it is not in it. */
function replaced(milestones: Milestone[], milestone: Milestone): Milestone[] | undefined {
  const known = milestones.find(({ id }) => id === milestone.id);
  if (!known) return undefined;
  return known.version >= milestone.version ? milestones : milestones.map((one) => (one === known ? milestone : one));
}
