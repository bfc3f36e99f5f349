/** How a milestone or a visit stands, and the day it is drawn on. */
import type { Milestone, VisitCard, VisitState } from '@hub/contracts';

/** Worst first: what a board begins with. */
export const standings = ['late', 'at_risk', 'on_track', 'not_started', 'done', 'not_applicable'] as const;
export type Standing = (typeof standings)[number];

export function standingOf({ state, late }: Pick<Milestone, 'state' | 'late'>): Standing {
  return late ? 'late' : state;
}

/** The word of a milestone's state that says most of a visit's, so that both are found by the same filter. */
const ofVisit = {
  planned: 'not_started',
  confirmed: 'on_track',
  postponed: 'at_risk',
  moved: 'on_track',
  held: 'done',
  held_online: 'done',
  cancelled: 'not_applicable',
} as const satisfies Record<VisitState, Standing>;

export function standingOfVisit({ state }: Pick<VisitCard, 'state'>): Standing {
  return ofVisit[state];
}

/** When it was done, else when it is expected. */
export function dateOf({ actualOn, forecastOn, plannedOn }: Milestone): string {
  return actualOn ?? forecastOn ?? plannedOn;
}

/** It is neither done nor out of question. */
export function isOpen(standing: Standing): boolean {
  return standing !== 'done' && standing !== 'not_applicable';
}
