/** A change of a milestone while it is made: what the form holds, and what of it is sent. */
import type { Input, Milestone, MilestonePage, MilestoneState } from '@hub/contracts';

export const states: readonly MilestoneState[] = ['not_started', 'on_track', 'at_risk', 'done', 'not_applicable'];

/** A milestone, and the seat that answers for it. */
export type Standing = Milestone & { ownerSeatId: string | null };

export function standingOf({ milestone, ownerSeat }: Pick<MilestonePage, 'milestone' | 'ownerSeat'>): Standing {
  return { ...milestone, ownerSeatId: ownerSeat?.id ?? null };
}

export interface Draft {
  /** The version that it was begun from. */
  base: Standing;
  state: MilestoneState;
  ownerSeatId: string | null;
  /** When it is expected. */
  expectedOn: string;
  /** When it was done. */
  doneOn: string;
  reason: string;
}

export function draftOf(milestone: Standing, today: string): Draft {
  const { state, forecastOn, plannedOn, actualOn, ownerSeatId } = milestone;
  return {
    base: milestone,
    state,
    ownerSeatId,
    expectedOn: forecastOn ?? plannedOn,
    doneOn: actualOn ?? today,
    reason: '',
  };
}

/** Whether the expected day moves, for which a reason is asked. */
export function moves({ base, state, expectedOn }: Draft): boolean {
  return state !== 'done' && expectedOn !== (base.forecastOn ?? base.plannedOn);
}

export const changesOwner = ({ base, ownerSeatId }: Draft) => ownerSeatId !== base.ownerSeatId;

const correctsDone = ({ base, state, doneOn }: Draft) =>
  state === 'done' && (base.state !== 'done' || doneOn !== base.actualOn);

/** Whether what the draft changes is as it was begun from: whatever else was changed meanwhile stays beside it. */
export function isAsBegun(draft: Draft, now: Standing): boolean {
  const { base, state } = draft;
  if (changesOwner(draft) && now.ownerSeatId !== base.ownerSeatId) return false;
  if (state === base.state && !moves(draft) && !correctsDone(draft)) return true;
  return now.state === base.state && now.forecastOn === base.forecastOn && now.actualOn === base.actualOn;
}

/** Only what is changed; nothing where all is as it was. */
export function changeOf(draft: Draft, baseVersion: number): Input<'milestone.change'> | undefined {
  const { base, state, ownerSeatId, expectedOn, doneOn, reason } = draft;
  const isDone = correctsDone(draft);
  if (state === base.state && !moves(draft) && !isDone && !changesOwner(draft)) return undefined;
  return {
    milestoneId: base.id,
    baseVersion,
    ...((state !== base.state || isDone) && { state }),
    // The planned day needs no forecast beside it.
    ...(moves(draft) && { forecastOn: expectedOn === base.plannedOn ? null : expectedOn }),
    ...(isDone && { actualOn: doneOn }),
    ...(changesOwner(draft) && { ownerSeatId }),
    ...(reason.trim() !== '' && { reason: reason.trim() }),
  };
}

/** Days from one plain date to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
