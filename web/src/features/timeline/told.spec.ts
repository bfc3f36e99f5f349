import { describe, expect, it } from '@jest/globals';
import { agoOf, isSilent } from './told';

const now = Date.parse('2026-11-30T12:00:00Z');

describe('what was told', () => {
  it.each([
    ['2026-11-30T11:59:00Z', 'today', 0],
    ['2026-11-29T12:00:00Z', 'days', 1],
    ['2026-11-17T12:00:00Z', 'days', 13],
    ['2026-11-16T12:00:00Z', 'weeks', 2],
    ['2026-10-02T12:00:00Z', 'weeks', 8],
    ['2026-09-29T12:00:00Z', 'months', 2],
    ['2025-11-30T12:00:00Z', 'months', 11],
    [null, 'never', 0],
  ] as const)('at %s was so long ago', (instant, unit, count) => {
    expect(agoOf(instant, now)).toEqual({ unit, count });
  });

  it('is missed after thirty days, or when there was nothing ever', () => {
    expect(isSilent('2026-10-31T12:00:01Z', now)).toBe(false);
    expect(isSilent('2026-10-31T12:00:00Z', now)).toBe(true);
    expect(isSilent(null, now)).toBe(true);
  });
});
