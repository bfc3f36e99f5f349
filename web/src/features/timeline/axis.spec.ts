import { describe, expect, it } from '@jest/globals';
import { axisOf } from './axis';
import { dayOf } from './days';
import { milestoneLike, networkLike, rowLike } from './example';

const rows = (plannedOn: string) => [rowLike({ milestones: [milestoneLike({ plannedOn })], visits: [] })];

describe('the axis by calendar', () => {
  it('has at least sixteen quarters from the start, and as many as the last mark asks for', () => {
    const short = axisOf([networkLike({ rows: rows('2027-01-01') })], 'calendar');
    expect(short.quarters).toHaveLength(16);
    expect(short.years.map(({ number }) => number)).toEqual([2026, 2027, 2028, 2029]);
    const long = axisOf([networkLike({ rows: rows('2030-02-11') })], 'calendar');
    expect(long.quarters).toHaveLength(17);
    expect(long.quarters.at(-1)).toMatchObject({ number: 2030, quarter: 1, to: 1 });
  });

  it('begins with the earliest network, or an earlier mark', () => {
    const networks = [
      networkLike({ startsOn: '2024-08-01' }),
      networkLike({ startsOn: '2023-01-01', rows: rows('2022-12-30') }),
    ];
    const axis = axisOf(networks, 'calendar');
    expect(axis.quarters[0]).toMatchObject({ number: 2022, quarter: 4, from: 0 });
    expect(axis.at(dayOf('2022-10-01'), networkLike())).toBe(0);
  });

  it('draws days in their order within their quarter', () => {
    const axis = axisOf([networkLike()], 'calendar');
    const second = axis.quarters[1] ?? { from: 0, to: 0 };
    expect(axis.at(dayOf('2026-04-01'), networkLike())).toBe(second.from);
    expect(axis.at(dayOf('2026-06-30'), networkLike())).toBeLessThan(second.to);
  });
});

describe('the axis by month', () => {
  it('aligns networks at their start', () => {
    const networks = [networkLike({ startsOn: '2024-09-01' }), networkLike({ startsOn: '2026-01-01' })] as const;
    const axis = axisOf(networks, 'months');
    expect(axis.at(dayOf('2025-09-01'), networks[0])).toBe(axis.at(dayOf('2027-01-01'), networks[1]));
    expect(axis.years.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    expect(axis.quarters.map(({ number }) => number).slice(0, 3)).toEqual([1, 4, 7]);
  });

  it('goes on to the last month that has a mark', () => {
    const axis = axisOf([networkLike({ rows: rows('2030-02-11') })], 'months');
    expect(axis.quarters).toHaveLength(17);
    expect(axis.years.at(-1)).toMatchObject({ number: 5, to: 1 });
  });
});
