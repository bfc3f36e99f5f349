import { describe, expect, it } from '@jest/globals';
import { daysLeft, lastOn } from './last-day';

const now = Date.parse('2026-11-29T22:30:00Z');

describe('the last day of a role', () => {
  it('is the one before the first without it, over months and years', () => {
    expect(lastOn({ untilOn: '2027-01-01' })).toBe('2026-12-31');
    expect(lastOn({ untilOn: '2028-03-01' })).toBe('2028-02-29');
    expect(lastOn({ untilOn: null })).toBeNull();
  });

  it.each([
    ['2026-11-30', 0],
    ['2026-12-01', 1],
    ['2026-12-27', 27],
  ])('%s is so many days away', (untilOn, days) => {
    expect(daysLeft({ untilOn, over: false }, now)).toBe(days);
  });

  it('is of no interest without an end, or when it is over', () => {
    expect(daysLeft({ untilOn: null, over: false }, now)).toBeUndefined();
    expect(daysLeft({ untilOn: '2026-11-29', over: true }, now)).toBeUndefined();
  });
});
