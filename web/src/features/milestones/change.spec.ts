import { describe, expect, it } from '@jest/globals';
import { changeOf, daysBetween, draftOf, isAsBegun, moves } from './change';

const milestone = {
  id: 'm',
  itemId: 'i',
  partnershipId: null,
  ownerSeatId: null,
  plannedOn: '2026-05-04',
  forecastOn: null,
  actualOn: null,
  state: 'on_track' as const,
  late: false,
  version: 3,
};
const draft = draftOf(milestone, '2026-05-01');

describe('a change of a milestone', () => {
  it('is nothing as long as all is as it was', () => {
    expect(changeOf(draft, 3)).toBeUndefined();
    expect(changeOf({ ...draft, reason: 'So it is.' }, 3)).toBeUndefined();
  });

  it('sends what is changed, from the version it was begun from', () => {
    expect(changeOf({ ...draft, state: 'at_risk' }, 3)).toEqual({ milestoneId: 'm', baseVersion: 3, state: 'at_risk' });
    expect(changeOf({ ...draft, state: 'done', reason: ' Sent. ' }, 4)).toEqual({
      milestoneId: 'm',
      baseVersion: 4,
      state: 'done',
      actualOn: '2026-05-01',
      reason: 'Sent.',
    });
  });

  it('moves the expected day, and back to the plan', () => {
    const moved = { ...draft, expectedOn: '2026-06-01' };
    expect(moves(moved)).toBe(true);
    expect(changeOf(moved, 3)).toMatchObject({ forecastOn: '2026-06-01' });
    const back = draftOf({ ...milestone, forecastOn: '2026-06-01' }, '2026-05-01');
    expect(changeOf({ ...back, expectedOn: '2026-05-04' }, 3)).toMatchObject({ forecastOn: null });
  });

  it('corrects the day of what is done, whose expected day is of no use any more', () => {
    const done = draftOf({ ...milestone, state: 'done', actualOn: '2026-04-30' }, '2026-05-09');
    expect(changeOf(done, 3)).toBeUndefined();
    expect(changeOf({ ...done, doneOn: '2026-04-28', expectedOn: '2026-06-01' }, 3)).toEqual({
      milestoneId: 'm',
      baseVersion: 3,
      state: 'done',
      actualOn: '2026-04-28',
    });
  });

  it('goes on from a newer version where only something else was changed meanwhile', () => {
    expect(isAsBegun({ ...draft, state: 'done' }, { ...milestone, version: 4 })).toBe(true);
    expect(isAsBegun({ ...draft, state: 'done' }, { ...milestone, version: 4, forecastOn: '2026-06-01' })).toBe(false);
    const owned = { ...draft, ownerSeatId: 's' };
    expect(changeOf(owned, 3)).toEqual({ milestoneId: 'm', baseVersion: 3, ownerSeatId: 's' });
    expect(isAsBegun(owned, { ...milestone, version: 4, state: 'at_risk' })).toBe(true);
    expect(isAsBegun(owned, { ...milestone, version: 4, ownerSeatId: 't' })).toBe(false);
  });

  it('counts days over the change of clocks and a leap day', () => {
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
    expect(daysBetween('2026-03-30', '2026-03-28')).toBe(-2);
  });
});
