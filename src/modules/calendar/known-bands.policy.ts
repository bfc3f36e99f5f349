/**
 * What is known beforehand of the countries that networks work in: elections whose day or month the law or the authority
 * has set, budget years, and holidays in which little can be planned. Pure; other days are added by hand.
 */
import type { BandKind, CalendarBand } from '@hub/contracts';
import { v5 } from 'uuid';

type Names = { en: string; sv: string };
type Stretch = Pick<CalendarBand, 'kind' | 'startsOn' | 'endsOn'> & { names: Names };

const namespace = '0c0e9a52-6a1f-5d57-9d7c-4d5a0d3c5b1e';

/** Those of a country that touch the time between two days, each with an id that follows from what it is. */
export function knownBands(country: string, from: string, until: string): CalendarBand[] {
  const [first, last] = [Number(from.slice(0, 4)) - 1, Number(until.slice(0, 4))];
  const years = Array.from({ length: last - first + 1 }, (_, n) => first + n);
  return [...(elections[country] ?? []), ...years.flatMap((year) => ofYear(country, year))]
    .filter(({ startsOn, endsOn }) => startsOn <= until && endsOn >= from)
    .map((stretch) => ({ ...stretch, id: v5(`${country} ${stretch.kind} ${stretch.startsOn}`, namespace), country }));
}

function ofYear(country: string, year: number): Stretch[] {
  return [budgetYear(country, year), easter(country, year), nationalDay(country, year), moon(country, year)]
    .concat(country === 'SE' ? swedish(year) : [])
    .filter((one) => one !== undefined);
}

/** The first month of the budget year that local governments live by. */
const budgetMonth: Record<string, 1 | 4 | 7> = {
  SE: 1,
  ZM: 1,
  ZW: 1,
  GT: 1,
  CO: 1,
  VN: 1,
  BW: 4,
  KE: 7,
  UG: 7,
  TZ: 7,
  ZA: 7,
};

function budgetYear(country: string, year: number): Stretch | undefined {
  const month = budgetMonth[country];
  if (month === undefined) return undefined;
  const name = month === 1 ? String(year) : `${year}/${String(year + 1).slice(2)}`;
  const startsOn = dayOf(year, month, 1);
  const endsOn = dayOf(year + 1, month, 0);
  return { kind: 'budget_year', startsOn, endsOn, names: { en: `Budget year ${name}`, sv: `Budgetår ${name}` } };
}

/** Latin America is away the whole week before, the others from Friday to Monday. */
function easter(country: string, year: number): Stretch | undefined {
  const sunday = easterSunday(year);
  if (country === 'GT' || country === 'CO')
    return holiday(plus(sunday, -7), sunday, { en: 'Holy Week', sv: 'Stilla veckan' });
  if (!['SE', 'ZM', 'ZW', 'ZA', 'BW', 'KE', 'UG', 'TZ'].includes(country)) return undefined;
  return holiday(plus(sunday, -2), plus(sunday, 1), { en: 'Easter', sv: 'Påsk' });
}

const nationalDays: Record<string, [month: number, day: number, names: Names]> = {
  SE: [6, 6, { en: 'National Day', sv: 'Sveriges nationaldag' }],
  ZM: [10, 24, { en: 'Independence Day', sv: 'Självständighetsdagen' }],
  ZW: [4, 18, { en: 'Independence Day', sv: 'Självständighetsdagen' }],
  ZA: [4, 27, { en: 'Freedom Day', sv: 'Frihetsdagen' }],
  BW: [9, 30, { en: 'Botswana Day', sv: 'Botswanas nationaldag' }],
  KE: [12, 12, { en: 'Jamhuri Day', sv: 'Jamhuridagen' }],
  UG: [10, 9, { en: 'Independence Day', sv: 'Självständighetsdagen' }],
  TZ: [12, 9, { en: 'Independence Day', sv: 'Självständighetsdagen' }],
  GT: [9, 15, { en: 'Independence Day', sv: 'Självständighetsdagen' }],
  CO: [7, 20, { en: 'Independence Day', sv: 'Självständighetsdagen' }],
  VN: [9, 2, { en: 'National Day', sv: 'Vietnams nationaldag' }],
};

function nationalDay(country: string, year: number): Stretch | undefined {
  const [month, day, names] = nationalDays[country] ?? [];
  if (month === undefined || day === undefined || names === undefined) return undefined;
  return holiday(dayOf(year, month, day), dayOf(year, month, day), names);
}

/** Ramadan as astronomers reckon it, and the day of Vietnam's new year. */
const ramadan: Record<number, [first: string, last: string]> = {
  2023: ['2023-03-23', '2023-04-21'],
  2024: ['2024-03-11', '2024-04-09'],
  2025: ['2025-03-01', '2025-03-30'],
  2026: ['2026-02-18', '2026-03-19'],
  2027: ['2027-02-08', '2027-03-09'],
  2028: ['2028-01-28', '2028-02-25'],
  2029: ['2029-01-16', '2029-02-13'],
  2030: ['2030-01-06', '2030-02-04'],
};
const tet = [
  '2023-01-22',
  '2024-02-10',
  '2025-01-29',
  '2026-02-17',
  '2027-02-06',
  '2028-01-26',
  '2029-02-13',
  '2030-02-03',
];

function moon(country: string, year: number): Stretch | undefined {
  const newYear = tet.find((one) => one.startsWith(`${year}-`));
  if (country === 'VN' && newYear !== undefined)
    return holiday(plus(newYear, -1), plus(newYear, 3), { en: 'Tet, the lunar new year', sv: 'Tet, månnyåret' });
  const [first, last] = ramadan[year] ?? [];
  if (!['KE', 'UG', 'TZ'].includes(country) || first === undefined || last === undefined) return undefined;
  return holiday(first, last, {
    en: 'Ramadan (by the moon, give or take a day)',
    sv: 'Ramadan (efter månen, på en dag när)',
  });
}

function swedish(year: number): Stretch[] {
  const eve = plus(`${year}-06-19`, (5 - weekday(`${year}-06-19`) + 7) % 7);
  return [
    holiday(plus(eve, -4), plus(eve, 2), { en: 'Midsummer week', sv: 'Midsommarveckan' }),
    holiday(`${year}-07-01`, `${year}-07-31`, { en: 'July, when Sweden is on leave', sv: 'Semestermånaden juli' }),
    holiday(`${year}-12-22`, `${year + 1}-01-06`, { en: 'Christmas weeks', sv: 'Julveckorna' }),
  ];
}

const election = (startsOn: string, endsOn: string, en: string, sv: string): Stretch => ({
  kind: 'election',
  startsOn,
  endsOn,
  names: { en, sv },
});
const voting = (day: string, en: string, sv: string) => election(day, day, en, sv);

const elections: Record<string, Stretch[]> = {
  SE: [
    voting('2024-06-09', 'European election', 'Europaparlamentsval'),
    voting('2026-09-13', 'General, regional and municipal elections', 'Val till riksdag, region och kommun'),
    voting('2030-09-08', 'General, regional and municipal elections', 'Val till riksdag, region och kommun'),
  ],
  ZM: [voting('2026-08-13', 'General and local elections', 'Allmänna och lokala val')],
  ZW: [voting('2023-08-23', 'General and local elections', 'Allmänna och lokala val')],
  ZA: [
    voting('2024-05-29', 'National and provincial elections', 'Nationella och provinsiella val'),
    election('2026-11-02', '2027-01-31', 'Time for the local elections', 'Tiden för lokalvalen'),
  ],
  BW: [voting('2024-10-30', 'General and local elections', 'Allmänna och lokala val')],
  KE: [voting('2027-08-10', 'General and county elections', 'Allmänna val och val i countyn')],
  UG: [voting('2026-01-15', 'General elections', 'Allmänna val')],
  TZ: [
    voting('2024-11-27', 'Local elections', 'Lokala val'),
    voting('2025-10-29', 'General elections', 'Allmänna val'),
  ],
  GT: [
    voting('2023-06-25', 'General and local elections', 'Allmänna och lokala val'),
    voting('2023-08-20', 'Presidential election, second round', 'Presidentval, andra omgången'),
    election('2027-06-01', '2027-06-30', 'General and local elections in June', 'Allmänna och lokala val i juni'),
  ],
  CO: [
    voting('2023-10-29', 'Local elections', 'Lokala val'),
    voting('2026-03-08', 'Elections to the congress', 'Val till kongressen'),
    voting('2026-05-31', 'Presidential election', 'Presidentval'),
    voting('2026-06-21', 'Presidential election, second round', 'Presidentval, andra omgången'),
    voting('2027-10-31', 'Local elections', 'Lokala val'),
  ],
  VN: [voting('2026-03-15', 'National and local elections', 'Nationella och lokala val')],
};

function holiday(startsOn: string, endsOn: string, names: Names): Stretch {
  return { kind: 'holiday' satisfies BandKind, startsOn, endsOn, names };
}

/** By the rule of Gauss, in the form of Butcher. */
function easterSunday(year: number): string {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const days = h + l - 7 * m + 114;
  return dayOf(year, Math.floor(days / 31), (days % 31) + 1);
}

const plain = (time: number) => new Date(time).toISOString().slice(0, 10);
const dayOf = (year: number, month: number, day: number) => plain(Date.UTC(year, month - 1, day));
const plus = (day: string, days: number) => plain(Date.parse(day) + days * 86_400_000);
/** 0 is Sunday. */
const weekday = (day: string) => new Date(day).getUTCDay();
