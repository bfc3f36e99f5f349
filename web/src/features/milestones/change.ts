/** A change of a milestone while it is made: what the form holds, and what of it is sent. */
import type { Input, Milestone, MilestoneState } from '@hub/contracts';

export const states: readonly MilestoneState[] = ['not_started', 'on_track', 'at_risk', 'done', 'not_applicable'];

export interface Draft {
  /** The version that it was begun from. */
  base: Milestone;
  state: MilestoneState;
  /** When it is expected. */
  expectedOn: string;
  /** When it was done. */
  doneOn: string;
  reason: string;
}

export function draftOf(milestone: Milestone, today: string): Draft {
  const { state, forecastOn, plannedOn, actualOn } = milestone;
  return { base: milestone, state, expectedOn: forecastOn ?? plannedOn, doneOn: actualOn ?? today, reason: '' };
}

/** Whether the expected day moves, for which a reason is asked. */
export function moves({ base, state, expectedOn }: Draft): boolean {
  return state !== 'done' && expectedOn !== (base.forecastOn ?? base.plannedOn);
}

/** Whether it still stands as it did when the draft was begun: whatever else was changed meanwhile stays beside it. */
export function isAsBegun({ base }: Draft, now: Milestone): boolean {
  return now.state === base.state && now.forecastOn === base.forecastOn && now.actualOn === base.actualOn;
}

/** Only what is changed; nothing where all is as it was. */
export function changeOf(draft: Draft, baseVersion: number): Input<'milestone.change'> | undefined {
  const { base, state, expectedOn, doneOn, reason } = draft;
  const isDone = state === 'done' && (base.state !== 'done' || doneOn !== base.actualOn);
  if (state === base.state && !moves(draft) && !isDone) return undefined;
  return {
    milestoneId: base.id,
    baseVersion,
    ...((state !== base.state || isDone) && { state }),
    // The planned day needs no forecast beside it.
    ...(moves(draft) && { forecastOn: expectedOn === base.plannedOn ? null : expectedOn }),
    ...(isDone && { actualOn: doneOn }),
    ...(reason.trim() !== '' && { reason: reason.trim() }),
  };
}

/** Days from one plain date to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
