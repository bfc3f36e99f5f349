import { describe, expect, it } from '@jest/globals';
import { daysBetween, span } from './days';

describe('days', () => {
  it('are counted over months, years and the change of clocks', () => {
    expect(daysBetween('2026-11-30', '2026-12-02')).toBe(2);
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
    expect(daysBetween('2027-01-02', '2026-12-31')).toBe(-2);
  });

  it('are written once where both are the same, and as a span where they are not', () => {
    expect(span('en', '2026-11-12', '2026-11-12')).toBe('12 Nov 2026');
    expect(span('en', '2026-11-12', '2026-11-16').replaceAll(/\s/g, ' ')).toMatch(/^12\s?–\s?16 Nov 2026$/);
  });
});
