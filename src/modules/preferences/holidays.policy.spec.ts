import { describe, expect, it } from '@jest/globals';
import { holidaysOf } from './holidays.policy.js';

/** Where networks work, each with a day that everybody there knows. */
const countries: [country: string, day: string, name: string][] = [
  ['SE', '2026-06-20', 'Midsummer Day'],
  ['KE', '2026-12-12', 'Jamhuri Day'],
  ['UG', '2026-10-09', 'Independence Day'],
  ['TZ', '2026-12-09', 'Independence Day'],
  ['ZM', '2026-10-24', 'Independence Day'],
  ['ZW', '2026-04-18', 'Independence Day'],
  ['ZA', '2026-04-27', 'Freedom Day'],
  ['BW', '2026-09-30', 'Botswana Day'],
  ['GT', '2026-09-15', 'Independence Day'],
  ['CO', '2026-07-20', 'Independence Day'],
  ['UA', '2026-08-24', 'Independence Day'],
  ['BA', '2026-01-07', 'Orthodox Christmas'],
  ['RS', '2026-11-11', 'Armistice Day'],
  ['XK', '2026-02-17', 'Independence Day'],
  ['VN', '2026-09-02', 'National Day'],
];

describe('holidays', () => {
  it.each(countries)('are known of %s', async (country, day, name) => {
    expect((await holidaysOf(country)).on(day)).toBe(name);
  });

  it('are named in the language of the reader', async () => {
    expect((await holidaysOf('SE')).on('2026-06-19', 'sv')).toBe('midsommarafton');
    expect((await holidaysOf('KE')).on('2026-12-25', 'sv')).toBe('juldagen');
  });

  it('last as long as their feast, and are no afternoons', async () => {
    const vietnam = await holidaysOf('VN');
    expect(['2026-02-16', '2026-02-18', '2026-02-20'].map((day) => vietnam.on(day) !== null)).toEqual([
      true,
      true,
      true,
    ]);
    expect((await holidaysOf('GT')).on('2026-12-24')).toBeNull();
  });

  it('are none of a country that nobody knows', async () => {
    expect((await holidaysOf(null)).on('2026-12-25')).toBeNull();
    expect((await holidaysOf('XX')).on('2026-12-25')).toBeNull();
  });
});
