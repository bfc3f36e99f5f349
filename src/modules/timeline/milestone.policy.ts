/** How a change alters where a milestone stands. Pure. */
import type { MilestoneState, Parsed, WrongField } from '@hub/contracts';

/** What of a milestone can be changed, and is kept for each version. */
export interface Standing {
  state: MilestoneState;
  forecastOn: string | null;
  actualOn: string | null;
  lesson: string;
  ownerSeatId: string | null;
}

type Given = Omit<Parsed<'milestone.change'>, 'milestoneId' | 'baseVersion' | 'reason'>;

interface Days {
  plannedOn: string;
  today: string;
}

/**
 * What is given replaces what was there. Only what is done has a day it was done on, today where none is given; a forecast on the planned
 * day is none.
 */
export function changed(before: Standing, given: Given, { plannedOn, today }: Days): Standing {
  const { lesson = before.lesson, ownerSeatId = before.ownerSeatId } = given;
  const state = given.state ?? (given.actualOn === undefined ? before.state : 'done');
  const forecastOn = given.forecastOn === undefined ? before.forecastOn : given.forecastOn;
  return {
    state,
    forecastOn: forecastOn === plannedOn ? null : forecastOn,
    actualOn: state === 'done' ? (given.actualOn ?? before.actualOn ?? today) : null,
    lesson,
    ownerSeatId,
  };
}

/** What of it cannot be. */
export function wrongIn({ state, actualOn }: Given, today: string): WrongField[] {
  if (actualOn === undefined) return [];
  if (state !== undefined && state !== 'done') return [{ path: 'actualOn', problem: 'not_a_choice' }];
  return actualOn > today ? [{ path: 'actualOn', problem: 'too_late' }] : [];
}

export function isSame(one: Standing, other: Standing): boolean {
  return (
    one.state === other.state &&
    one.forecastOn === other.forecastOn &&
    one.actualOn === other.actualOn &&
    one.lesson === other.lesson &&
    one.ownerSeatId === other.ownerSeatId
  );
}
