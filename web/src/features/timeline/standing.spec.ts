import { describe, expect, it } from '@jest/globals';
import { milestoneLike } from './example';
import { dateOf, standingOf } from './standing';

describe('how a milestone stands', () => {
  it('is late whatever people say of it', () => {
    expect(standingOf({ state: 'on_track', late: true })).toBe('late');
    expect(standingOf({ state: 'done', late: false })).toBe('done');
  });

  it('is drawn on the day it was done, else on the day it is expected', () => {
    expect(dateOf(milestoneLike())).toBe('2026-03-31');
    expect(dateOf(milestoneLike({ forecastOn: '2026-05-02' }))).toBe('2026-05-02');
    expect(dateOf(milestoneLike({ forecastOn: '2026-05-02', actualOn: '2026-04-20' }))).toBe('2026-04-20');
  });
});
