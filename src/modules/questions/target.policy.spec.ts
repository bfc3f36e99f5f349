import { describe, expect, it } from '@jest/globals';
import { holidaysOf } from '../preferences/holidays.policy.js';
import { targetOf, type Calendar, type Pause } from './target.policy.js';

const calendarOf = async (timeZone: string, country: string | null): Promise<Calendar> => {
  const holidays = await holidaysOf(country);
  return { timeZone, isHoliday: (day) => holidays.on(day) !== null };
};
const paused = (from: string, until: string | null): Pause => ({
  fromAt: new Date(from),
  untilAt: until === null ? null : new Date(until),
});

/** Case by case: when it was asked, working days, where and in which country, pauses, and the first moment after the last day. */
const cases: [
  what: string,
  start: string,
  days: number,
  zone: string,
  country: string | null,
  Pause[],
  string | null,
][] = [
  ['a Monday, five days', '2026-11-02T09:00:00Z', 5, 'UTC', null, [], '2026-11-10T00:00:00Z'],
  ['a Friday: the weekend does not count', '2026-11-06T09:00:00Z', 1, 'UTC', null, [], '2026-11-10T00:00:00Z'],
  ['a Saturday', '2026-11-07T09:00:00Z', 1, 'UTC', null, [], '2026-11-10T00:00:00Z'],
  [
    'late on a Monday that is Tuesday there',
    '2026-11-02T22:30:00Z',
    1,
    'Africa/Nairobi',
    null,
    [],
    '2026-11-04T21:00:00Z',
  ],
  ['over Christmas in Sweden', '2026-12-22T09:00:00Z', 2, 'Europe/Stockholm', 'SE', [], '2026-12-28T23:00:00Z'],
  ['over Christmas in Kenya', '2026-12-22T09:00:00Z', 2, 'Africa/Nairobi', 'KE', [], '2026-12-24T21:00:00Z'],
  ['as clocks go forward', '2026-03-26T09:00:00Z', 2, 'Europe/Stockholm', null, [], '2026-03-30T22:00:00Z'],
  ['as clocks go back', '2026-10-22T09:00:00Z', 2, 'Europe/Stockholm', null, [], '2026-10-26T23:00:00Z'],
  ['a day that begins at one', '2026-09-04T12:00:00Z', 1, 'America/Santiago', null, [], '2026-09-08T03:00:00Z'],
  ['still paused', '2026-11-02T09:00:00Z', 5, 'UTC', null, [paused('2026-11-03T09:00:00Z', null)], null],
  [
    'paused for two days',
    '2026-11-02T09:00:00Z',
    2,
    'UTC',
    null,
    [paused('2026-11-03T09:00:00Z', '2026-11-04T09:00:00Z')],
    '2026-11-07T00:00:00Z',
  ],
  [
    'paused until midnight',
    '2026-11-02T09:00:00Z',
    1,
    'UTC',
    null,
    [paused('2026-11-03T09:00:00Z', '2026-11-04T00:00:00Z')],
    '2026-11-05T00:00:00Z',
  ],
  [
    'paused on the day it was asked',
    '2026-11-02T09:00:00Z',
    1,
    'UTC',
    null,
    [paused('2026-11-02T10:00:00Z', '2026-11-02T11:00:00Z')],
    '2026-11-04T00:00:00Z',
  ],
];

/** Repeatable: the same cases every time. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % below;
  };
}

/** What day it is somewhere, by the runtime's own calendar and not the one that is tested. */
function wall(timeZone: string): (at: number) => string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return (at) => format.format(at);
}

const quarterMs = 15 * 60_000;
const dayMs = 24 * 60 * 60_000;

/** Day by day: the day after each is found by walking on in quarters of an hour, so that no rule about clocks is needed. */
function walked(start: Date, days: number, { timeZone, isHoliday }: Calendar, pauses: readonly Pause[]): number {
  const dayOf = wall(timeZone);
  let at = Math.ceil(start.getTime() / quarterMs) * quarterMs;
  const next = () => {
    const today = dayOf(at);
    // No day is shorter than 22 hours: what is left of one is walked through.
    while (dayOf(at) === today) at += quarterMs;
  };
  if (dayOf(at) === dayOf(start.getTime())) next();
  for (let left = days; ; next()) {
    const day = dayOf(at);
    const rests = [0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay()) || isHoliday(day);
    const stood = pauses.some(({ fromAt, untilAt }) => {
      const last = Math.max(fromAt.getTime(), (untilAt?.getTime() ?? 0) - 1);
      return dayOf(fromAt.getTime()) <= day && day <= dayOf(last);
    });
    if (!rests && !stood) left--;
    if (left === 0) break;
  }
  next();
  return at;
}

describe('the day by which a question is to be answered', () => {
  it.each(cases)('%s', async (_what, ...[start, days, zone, country, pauses, expected]) => {
    const target = targetOf(new Date(start), days, await calendarOf(zone, country), pauses);
    expect(target?.toISOString() ?? null).toBe(expected && new Date(expected).toISOString());
  });

  it('is what walking day by day finds, in any zone, over holidays, pauses and both changes of the clocks', async () => {
    const places = [
      ['Europe/Stockholm', 'SE'],
      ['Africa/Lusaka', 'ZM'],
      ['America/Guatemala', 'GT'],
      ['America/Santiago', null],
      ['Australia/Lord_Howe', 'AU'],
      ['Asia/Kathmandu', null],
      ['Pacific/Auckland', 'NZ'],
      ['UTC', null],
    ] as const;
    const calendars = await Promise.all(places.map(([zone, country]) => calendarOf(zone, country)));
    const below = numbers(7);
    for (let n = 0; n < 240; n++) {
      const calendar = calendars[n % calendars.length] as Calendar;
      const start = new Date(Date.UTC(2026, 0, 1) + below(730) * dayMs + below(86_400) * 1_000);
      const days = 1 + below(8);
      const pauses = Array.from({ length: below(3) }, () => {
        const fromAt = new Date(start.getTime() + below(10) * dayMs + below(86_400) * 1_000);
        return { fromAt, untilAt: new Date(fromAt.getTime() + below(4) * dayMs + below(86_400) * 1_000) };
      });
      const target = targetOf(start, days, calendar, pauses);
      expect({ n, at: target?.getTime() }).toEqual({ n, at: walked(start, days, calendar, pauses) });
    }
  });

  it('never comes before the asked days have passed, and a pause never makes it earlier', async () => {
    const calendar = await calendarOf('Europe/Stockholm', 'SE');
    const below = numbers(11);
    for (let n = 0; n < 200; n++) {
      const start = new Date(Date.UTC(2026, 0, 1) + below(365) * dayMs + below(86_400) * 1_000);
      const days = 1 + below(20);
      const plain = targetOf(start, days, calendar)?.getTime() ?? 0;
      const pause = { fromAt: start, untilAt: new Date(start.getTime() + below(9) * dayMs) };
      expect(plain - start.getTime()).toBeGreaterThan(days * (dayMs - 3_600_000));
      expect(targetOf(start, days, calendar, [pause])?.getTime() ?? 0).toBeGreaterThanOrEqual(plain);
    }
  });
});
