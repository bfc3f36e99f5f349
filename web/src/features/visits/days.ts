/** Plain days as the browser counts with them. */

const dayMs = 86_400_000;

/** The hub's day, which is that of UTC. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** How many days lie between two; negative where the second comes first. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs);
}

const plain: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' };

/** From the first to the last, as short as the language writes it: 12–16 Nov 2026. */
export function span(locale: string, startsOn: string, endsOn: string): string {
  const format = new Intl.DateTimeFormat(locale === 'sv' ? 'sv-SE' : 'en-GB', plain);
  return format.formatRange(new Date(startsOn), new Date(endsOn));
}
