/** The picture as numbers: for every row its marks, in lanes, each at a part of the width. */
import type { Milestone, PlanItem, TimelineNetwork, TimelineRow, VisitCard } from '@hub/contracts';
import type { Axis } from './axis';
import { dayOf } from './days';
import { lanesOf } from './lanes';
import { dateOf, standingOf, standingOfVisit, type Standing } from './standing';

interface Place {
  id: string;
  standing: Standing;
  from: number;
  /** Where a span ends; the same as `from` for a day. */
  to: number;
  lane: number;
  /** Where it stood in the plan, if that is elsewhere. */
  planned?: number;
}

export interface MilestoneMark extends Place {
  milestone: Milestone;
  item: PlanItem;
}

export interface VisitMark extends Place {
  visit: VisitCard;
}

export interface PictureRow {
  row: TimelineRow;
  milestones: readonly MilestoneMark[];
  visits: readonly VisitMark[];
  /** How many lanes the milestones take; those of visits lie below. */
  lanes: number;
  visitLanes: number;
}

export interface PictureNetwork {
  network: TimelineNetwork;
  milestones: readonly MilestoneMark[];
  lanes: number;
  rows: readonly PictureRow[];
}

/** `room`: how much of the width a mark takes, with its name where that is shown. */
export interface Room {
  milestone: number;
  visit: number;
}

export function pictureOf(network: TimelineNetwork, axis: Axis, room: Room): PictureNetwork {
  const items = new Map(network.items.map((item) => [item.id, item]));
  const at = (plain: string) => Math.max(0, axis.at(dayOf(plain), network));
  const marksOf = (milestones: readonly Milestone[]) =>
    placed(
      milestones.flatMap((milestone) => {
        const item = items.get(milestone.itemId);
        if (!item) return [];
        const from = at(dateOf(milestone));
        const moved = milestone.plannedOn !== dateOf(milestone);
        const place = { id: milestone.id, standing: standingOf(milestone), from, to: from, lane: 0, milestone, item };
        return [{ ...place, ...(moved && { planned: at(milestone.plannedOn) }) }];
      }),
      room.milestone,
    );
  const visitsOf = (visits: readonly VisitCard[]) =>
    placed(
      visits.map((visit) => {
        const [from, to] = [at(visit.startsOn), at(visit.endsOn)];
        const moved = visit.plannedOn !== visit.startsOn;
        const place = { id: visit.id, standing: standingOfVisit(visit), from, to, lane: 0, visit };
        return { ...place, ...(moved && { planned: at(visit.plannedOn) }) };
      }),
      room.visit,
    );
  const milestones = marksOf(network.milestones);
  return {
    network,
    milestones,
    lanes: lanesIn(milestones),
    rows: network.rows.map((row) => {
      const [ofRow, visits] = [marksOf(row.milestones), visitsOf(row.visits)];
      return { row, milestones: ofRow, visits, lanes: lanesIn(ofRow), visitLanes: lanesIn(visits) };
    }),
  };
}

/** A mark with what it is of: a partnership, or the whole network. */
export function markIn(pictures: readonly PictureNetwork[], id: string) {
  for (const { network, milestones, rows } of pictures) {
    const own = milestones.find((mark) => mark.id === id);
    if (own) return { mark: own, network, row: undefined };
    for (const { row, ...marks } of rows) {
      const mark = marks.milestones.find((one) => one.id === id) ?? marks.visits.find((one) => one.id === id);
      if (mark) return { mark, network, row };
    }
  }
  return undefined;
}

/** In the order of their days, which is also the one that arrow keys go by. */
function placed<M extends Place>(marks: readonly M[], room: number): M[] {
  const sorted = [...marks].sort((a, b) => a.from - b.from);
  const lanes = lanesOf(sorted.map(({ from, to }) => ({ from, to: Math.max(to, from + room) })));
  return sorted.map((mark, n) => ({ ...mark, lane: lanes[n] ?? 0 }));
}

function lanesIn(marks: readonly Place[]): number {
  return Math.max(0, ...marks.map(({ lane }) => lane + 1));
}
