import { describe, expect, it } from '@jest/globals';
import { networkLike, rowLike, visitLike } from './example';
import { visitYearsOf, yearNow } from './visit-years';

describe('visits by year', () => {
  it('are in the year of the network in which their first day is', () => {
    const visit = (id: string, startsOn: string) => visitLike({ id, startsOn, endsOn: '2030-01-01' });
    const visits = [visit('third', '2027-08-01'), visit('first', '2026-07-31'), visit('second', '2026-08-01')];
    const years = visitYearsOf(networkLike({ startsOn: '2025-08-01', rows: [rowLike({ visits })] }));
    expect(years.map(({ year, visits: all }) => [year, all.get('partnership')?.map(({ id }) => id)])).toEqual([
      [1, ['first']],
      [2, ['second']],
      [3, ['third']],
    ]);
  });

  it('has the years that are asked for without any visit too', () => {
    const years = visitYearsOf(networkLike({ rows: [rowLike({ visits: [] })] }), 2);
    expect(years.map(({ year, visits }) => [year, visits.size])).toEqual([
      [1, 0],
      [2, 0],
    ]);
  });

  it('knows which year a network is in', () => {
    const of = (month: number) => yearNow({ startsOn: '2026-04-01', endsOn: '2030-03-31', month });
    expect([-3, 1, 12, 13, 48, 60].map(of)).toEqual([0, 1, 1, 2, 4, 4]);
  });
});
