import { describe, expect, it } from '@jest/globals';
import { networkLike, rowLike, visitLike } from './example';
import { visitYearsOf } from './visit-years';

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
});
