/**
 * The days on which a country rests, as a kept library reckons them (date-holidays; its data are CC BY-SA 3.0, which `/help`
 * says). Pure, but the library is large and is loaded when the first country is asked for. Days that follow the moon may be
 * one off.
 */
import type { Locale } from '@hub/contracts';
import type { HolidaysTypes } from 'date-holidays';

export interface Holidays {
  /** The name of a day, or null where people work. */
  on(day: string, locale?: Locale): string | null;
}

const none: Holidays = { on: () => null };
const known = new Map<string, Promise<Holidays>>();

/** Of a country by its code; none of one that is not known. */
export function holidaysOf(country: string | null): Promise<Holidays> {
  if (country === null) return Promise.resolve(none);
  const holidays = known.get(country) ?? load(country);
  known.set(country, holidays);
  return holidays;
}

async function load(country: string): Promise<Holidays> {
  const { default: Library } = await import('date-holidays');
  const reckon = (locale: Locale) => new Library(country, { languages: [locale, 'en'], types: typesOf(country) });
  const reckoned = { en: reckon('en'), sv: reckon('sv') };
  const years = new Map<string, Map<string, string>>();
  return {
    on(day, locale = 'en') {
      const year = day.slice(0, 4);
      const key = `${locale} ${year}`;
      const days = years.get(key) ?? daysOf(reckoned[locale].getHolidays(Number(year)));
      years.set(key, days);
      return days.get(day) ?? null;
    },
  };
}

/** In Sweden nobody at a municipality works on the eves of midsummer, Christmas and New Year, which no law made holidays. */
function typesOf(country: string): HolidaysTypes.HolidayType[] {
  return country === 'SE' ? ['bank', 'public'] : ['public'];
}

const dayMs = 24 * 60 * 60_000;

/** Of an afternoon nobody rests the whole day; some feasts last for several days. */
function daysOf(holidays: HolidaysTypes.Holiday[]): Map<string, string> {
  const days = new Map<string, string>();
  for (const { date, start, end, name } of holidays)
    for (let n = 0; n < Math.floor((end.getTime() - start.getTime()) / dayMs + 0.1); n++)
      days.set(new Date(Date.parse(date.slice(0, 10)) + n * dayMs).toISOString().slice(0, 10), name);
  return days;
}
