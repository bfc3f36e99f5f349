/** Dates, times and names as one reader reads them: in their language and their zone. */
import type { Locale } from '@hub/contracts';

/** English is the language of work between countries, not that of one: day before month, 24 hours. */
const tags: Record<Locale, string> = { en: 'en-GB', sv: 'sv-SE' };
const dayMs = 86_400_000;

export class Formats {
  private readonly tag: string;
  private readonly made = new Map<string, unknown>();

  /** Without a zone, that of the device. */
  constructor(
    locale: Locale,
    readonly timeZone: string | undefined,
  ) {
    this.tag = tags[locale];
  }

  /** A plain date, `2026-03-12`: 12 Mar 2026. */
  date = (plain: string): string => this.plain(plain, { day: 'numeric', month: 'short', year: 'numeric' });

  /** The month of a plain date: March 2026. */
  month = (plain: string): string => this.plain(plain, { month: 'long', year: 'numeric' });

  /** The clock at an instant: 14:05. */
  time = (instant: string | number, zone = this.timeZone): string =>
    this.format({ hour: '2-digit', minute: '2-digit', timeZone: zone }).format(new Date(instant));

  /** The day of an instant, for a heading between messages: Thursday 12 March, with the year when it is another. */
  day = (instant: string, now = Date.now()): string =>
    this.format({
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      ...(!this.same('year', instant, now) && { year: 'numeric' }),
      timeZone: this.timeZone,
    }).format(new Date(instant));

  /** Short, for lists: the clock today, weekday and clock this week, else the date. */
  moment = (instant: string, now = Date.now()): string => {
    if (this.same('day', instant, now)) return this.time(instant);
    const recent = now - Date.parse(instant) < 6 * dayMs;
    return this.format({
      ...(recent
        ? { weekday: 'short', hour: '2-digit', minute: '2-digit' }
        : { day: 'numeric', month: 'short', ...(!this.same('year', instant, now) && { year: 'numeric' }) }),
      timeZone: this.timeZone,
    }).format(new Date(instant));
  };

  /** A day to come and its clock: Mon 30 Nov, 08:00. */
  upcoming = (instant: string): string =>
    this.format({
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
      timeZone: this.timeZone,
    }).format(new Date(instant));

  /** In full, with the zone. */
  full = (instant: string): string =>
    this.format({
      dateStyle: undefined,
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      timeZoneName: 'short',
      timeZone: this.timeZone,
    }).format(new Date(instant));

  countryName = (code: string): string =>
    this.once('region', () => new Intl.DisplayNames(this.tag, { type: 'region', fallback: 'code' })).of(code) ?? code;

  /** Starts as the language's own rules have it: English, svenska. */
  languageName = (tag: string): string =>
    this.once('language', () => new Intl.DisplayNames(this.tag, { type: 'language', fallback: 'code' })).of(tag) ?? tag;

  list = (items: readonly string[]): string =>
    this.once('list', () => new Intl.ListFormat(this.tag, { type: 'conjunction' })).format(items);

  /** The zone's city: Dar es Salaam for Africa/Dar_es_Salaam. */
  zoneCity = (zone: string): string => zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');

  private plain(plain: string, options: Intl.DateTimeFormatOptions): string {
    return this.format({ ...options, timeZone: 'UTC' }).format(new Date(`${plain}T00:00:00Z`));
  }

  private same(unit: 'day' | 'year', instant: string, now: number): boolean {
    const format = this.format({
      year: 'numeric',
      ...(unit === 'day' && { month: 'numeric', day: 'numeric' }),
      timeZone: this.timeZone,
    });
    return format.format(new Date(instant)) === format.format(now);
  }

  private format(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
    return this.once(JSON.stringify(options), () => new Intl.DateTimeFormat(this.tag, options));
  }

  private once<T>(key: string, make: () => T): T {
    const known = this.made.get(key) as T | undefined;
    if (known !== undefined) return known;
    const made = make();
    this.made.set(key, made);
    return made;
  }
}
