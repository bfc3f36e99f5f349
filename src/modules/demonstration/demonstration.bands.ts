/**
 * What is known beforehand of the networks' countries, for the years in which they work. Elections and holidays are real
 * and stay on their days: a demonstration that moves on gets those of its later years instead.
 */
import type { Transaction } from '@hub/database';
import { knownBands } from '../calendar/known-bands.policy.js';
import { lastDayAfter, monthStart } from './demonstration.calendar.js';
import type { Data } from './demonstration.data.js';
import { insert, type Row } from './demonstration.rows.js';

const years = 4;

export function bandRows(data: Data, now: Date): Row[] {
  const bands = data.networks.flatMap(({ slug, month }) => {
    const startsOn = monthStart(now, month, 1);
    return countriesOf(data, slug).flatMap((country) => knownBands(country, startsOn, lastDayAfter(startsOn, years)));
  });
  // A country of two networks has its bands once.
  return [...new Map(bands.map((band) => [band.id, band])).values()].map(({ startsOn, endsOn, ...band }) => ({
    ...band,
    starts_on: startsOn,
    ends_on: endsOn,
  }));
}

/** Those that somebody added stay. */
export async function renewBands(tx: Transaction, data: Data, now: Date): Promise<void> {
  await tx.query('delete from calendar_bands where added_by is null');
  await insert(tx, 'calendar_bands', bandRows(data, now));
}

function countriesOf({ partnerships, places }: Data, network: string): string[] {
  const countryOf = new Map([...places.real, ...places.fictional].map(({ slug, country }) => [slug, country]));
  const parties = partnerships
    .filter((one) => one.network === network)
    .flatMap(({ swedish, international }) => [...swedish, ...international]);
  return [...new Set(parties.flatMap((slug) => countryOf.get(slug) ?? []))];
}
