import { describe, expect, it } from '@jest/globals';
import { changed, isSame, wrongIn, type Standing } from './milestone.policy.js';

const planned: Standing = { state: 'not_started', forecastOn: null, actualOn: null, lesson: '', ownerSeatId: null };
const done: Standing = { ...planned, state: 'done', actualOn: '2026-11-20', forecastOn: '2026-11-28' };
const days = { plannedOn: '2026-11-30', today: '2026-11-24' };

describe('a change of a milestone', () => {
  it.each([
    ['is done today where no day is given', planned, { state: 'done' }, { actualOn: days.today }],
    ['is done by its day alone', planned, { actualOn: '2026-11-02' }, { state: 'done', actualOn: '2026-11-02' }],
    ['keeps the day it was done on', done, { lesson: 'Ask.' }, { lesson: 'Ask.', actualOn: '2026-11-20' }],
    ['has no such day any more when it is not done', done, { state: 'on_track' }, { actualOn: null }],
    ['keeps its forecast beside the day it was done on', done, { state: 'done' }, { forecastOn: '2026-11-28' }],
    ['has no forecast on the planned day', done, { forecastOn: '2026-11-30' }, { forecastOn: null }],
    ['goes back to the plan', done, { forecastOn: null }, { forecastOn: null }],
    ['loses its seat', { ...planned, ownerSeatId: 'seat' }, { ownerSeatId: null }, { ownerSeatId: null }],
  ] as const)('%s', (_, before, given, after) => expect(changed(before, given, days)).toMatchObject(after));

  it('that gives nothing changes nothing', () => {
    for (const standing of [planned, done]) expect(isSame(changed(standing, {}, days), standing)).toBe(true);
  });

  it('cannot be done tomorrow, nor have been done and not be done', () => {
    expect(wrongIn({ actualOn: '2026-11-24' }, days.today)).toEqual([]);
    expect(wrongIn({ actualOn: '2026-11-25' }, days.today)).toEqual([{ path: 'actualOn', problem: 'too_late' }]);
    expect(wrongIn({ state: 'at_risk', actualOn: '2026-11-02' }, days.today)).toEqual([
      { path: 'actualOn', problem: 'not_a_choice' },
    ]);
  });
});
