/** What a coordinator looks at first: who is silent, and which lines of the plan are late or at risk somewhere. */
import type { Milestone, PartnershipStatus, PlanItem, TimelineNetwork, TimelineRow } from '@hub/contracts';
import { dateOf, isOpen, standingOf, standings } from './standing';
import { isSilent } from './told';

const atWork: ReadonlySet<PartnershipStatus> = new Set(['inception', 'active']);

/** Those at work of whom nothing was heard for thirty days. */
export function silentOf(network: TimelineNetwork, now: number): TimelineRow[] {
  return network.rows.filter(
    ({ partnership, lastToldAt }) => atWork.has(partnership.status) && isSilent(lastToldAt, now),
  );
}

/** Lines of the plan, those first of which a milestone is late, then those at risk; else as they are planned. */
export function byConcern(network: TimelineNetwork): PlanItem[] {
  const worst = new Map<string, number>();
  for (const milestone of allOf(network)) {
    const rank = rankOf(milestone);
    worst.set(milestone.itemId, Math.min(worst.get(milestone.itemId) ?? calm, rank));
  }
  const rank = ({ id }: PlanItem) => worst.get(id) ?? calm;
  return [...network.items].sort((a, b) => rank(a) - rank(b) || a.number - b.number);
}

/** What a partnership would be asked about: what is late or at risk, else what comes next. */
export function toAskAbout(row: TimelineRow): Milestone | undefined {
  return row.milestones
    .filter((milestone) => isOpen(standingOf(milestone)))
    .sort((a, b) => rankOf(a) - rankOf(b) || dateOf(a).localeCompare(dateOf(b)))[0];
}

const calm = 2;

/** Late, at risk, and all the rest. */
function rankOf(milestone: Milestone): number {
  return Math.min(standings.indexOf(standingOf(milestone)), calm);
}

function allOf({ milestones, rows }: TimelineNetwork): Milestone[] {
  return [...milestones, ...rows.flatMap((row) => row.milestones)];
}
