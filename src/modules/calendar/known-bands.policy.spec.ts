import { describe, expect, it } from '@jest/globals';
import { knownBands } from './known-bands.policy.js';

const named = (country: string, name: string, from = '2023-01-01', until = '2030-12-31') =>
  knownBands(country, from, until).filter(({ names }) => names.en === name);
const starts = (bands: { startsOn: string }[]) => bands.map(({ startsOn }) => startsOn);

describe('the bands that are known beforehand', () => {
  it('have Easter where it is, from Good Friday to Monday', () => {
    expect(starts(named('KE', 'Easter'))).toEqual([
      '2023-04-07',
      '2024-03-29',
      '2025-04-18',
      '2026-04-03',
      '2027-03-26',
      '2028-04-14',
      '2029-03-30',
      '2030-04-19',
    ]);
    expect(named('SE', 'Easter', '2026-01-01', '2026-12-31')).toMatchObject([{ endsOn: '2026-04-06' }]);
    expect(named('CO', 'Holy Week', '2026-01-01', '2026-12-31')).toMatchObject([
      { startsOn: '2026-03-29', endsOn: '2026-04-05' },
    ]);
  });

  it('have the week of the Friday that is Midsummer Eve', () => {
    expect(starts(named('SE', 'Midsummer week', '2026-01-01', '2028-12-31'))).toEqual([
      '2026-06-15',
      '2027-06-21',
      '2028-06-19',
    ]);
  });

  it('have budget years from January, April and July, without a gap', () => {
    for (const [country, month] of [
      ['SE', '01'],
      ['BW', '04'],
      ['UG', '07'],
    ] as const) {
      const years = knownBands(country, '2024-06-01', '2028-05-31').filter(({ kind }) => kind === 'budget_year');
      expect(years.every(({ startsOn }) => startsOn.slice(5, 7) === month)).toBe(true);
      years.slice(1).forEach(({ startsOn }, n) => {
        expect(Date.parse(startsOn) - Date.parse(years[n]?.endsOn ?? '')).toBe(86_400_000);
      });
      expect(years[0]?.startsOn.localeCompare('2024-06-02')).toBe(-1);
      expect(years.at(-1)?.endsOn.localeCompare('2028-05-30')).toBe(1);
    }
  });

  it('have elections on the days of the law, and none where the day is not known', () => {
    const days = (country: string) =>
      starts(knownBands(country, '2025-01-01', '2030-12-31').filter(({ kind }) => kind === 'election'));
    expect(days('SE')).toEqual(['2026-09-13', '2030-09-08']);
    expect(days('KE')).toEqual(['2027-08-10']);
    expect(new Date('2027-08-10').getUTCDay()).toBe(2);
    expect(new Date('2027-10-31').getUTCDay()).toBe(0);
    expect(days('ZW')).toEqual([]);
  });

  it('are within the time asked for, each with an id of its own that stays', () => {
    const once = knownBands('SE', '2026-04-01', '2030-03-31');
    expect(once.every(({ startsOn, endsOn }) => endsOn >= '2026-04-01' && startsOn <= '2030-03-31')).toBe(true);
    expect(new Set(once.map(({ id }) => id)).size).toBe(once.length);
    expect(knownBands('SE', '2026-04-01', '2030-03-31')).toEqual(once);
    expect(knownBands('XX', '2026-04-01', '2030-03-31')).toEqual([]);
  });
});
