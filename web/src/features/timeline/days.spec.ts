import { describe, expect, it } from '@jest/globals';
import { dayOf, monthsSince, plainOf, quartersLater, quarterStart } from './days';

describe('days as numbers', () => {
  it('are counted over leap days, and written as they were', () => {
    expect(dayOf('2028-03-01') - dayOf('2028-02-28')).toBe(2);
    expect(dayOf('2027-03-01') - dayOf('2027-02-28')).toBe(1);
    for (const plain of ['2024-02-29', '2026-11-30', '2030-12-31']) expect(plainOf(dayOf(plain))).toBe(plain);
    expect(dayOf('soon')).toBeNaN();
  });

  it.each([
    ['2026-01-01', '2026-01-01'],
    ['2026-03-31', '2026-01-01'],
    ['2026-11-30', '2026-10-01'],
  ])('%s is in the quarter from %s', (plain, start) => {
    expect(plainOf(quarterStart(dayOf(plain)))).toBe(start);
  });

  it('go on by quarters over the years', () => {
    expect(plainOf(quartersLater(dayOf('2026-10-01'), 1))).toBe('2027-01-01');
    expect(plainOf(quartersLater(dayOf('2026-10-01'), 16))).toBe('2030-10-01');
  });

  it('are so many months from the start, whatever day of its month that was', () => {
    const start = dayOf('2024-01-15');
    expect(monthsSince(start, dayOf('2024-01-01'))).toBe(0);
    expect(monthsSince(start, dayOf('2025-01-01'))).toBe(12);
    expect(monthsSince(start, dayOf('2024-02-15'))).toBeCloseTo(1 + 14 / 29);
    expect(monthsSince(start, dayOf('2023-12-01'))).toBe(-1);
  });
});
