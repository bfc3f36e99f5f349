import { describe, expect, it } from '@jest/globals';
import { quietReason, wakingTime, type Quiet } from './waking.policy.js';
import { Temporal } from 'temporal-polyfill';

const minute = 60_000;
const day = 24 * 60 * minute;

/** Of each its changes of 2026 (forward, back), or two quiet days where the clock is never changed. */
const zones: Record<string, [forward: string, back: string]> = {
  'Europe/Stockholm': ['2026-03-29', '2026-10-25'],
  'Europe/Kyiv': ['2026-03-29', '2026-10-25'],
  'Europe/Belgrade': ['2026-03-29', '2026-10-25'],
  'Africa/Nairobi': ['2026-03-29', '2026-10-25'],
  'Africa/Lusaka': ['2026-03-29', '2026-10-25'],
  'America/Bogota': ['2026-03-29', '2026-10-25'],
  'Asia/Ho_Chi_Minh': ['2026-03-29', '2026-10-25'],
  'Asia/Kathmandu': ['2026-03-29', '2026-10-25'],
  // At midnight, and over it.
  'America/Santiago': ['2026-09-06', '2026-04-05'],
  'America/Havana': ['2026-03-08', '2026-11-01'],
  // By half an hour; and one minute past midnight, as it was until 2011.
  'Australia/Lord_Howe': ['2026-10-04', '2026-04-05'],
  'America/St_Johns': ['2010-03-14', '2010-11-07'],
};

/** Knows nothing of Temporal: what Intl shows each minute of a stretch of days, and a walk along it. */
class Wall {
  private static readonly known = new Map<string, Wall>();
  private readonly dates: string[] = [];
  /** Of each minute its place in the dates. */
  private readonly days: number[] = [];
  private readonly times: number[] = [];

  static of(zone: string, around: string): Wall {
    const key = `${zone} ${around}`;
    const wall = this.known.get(key) ?? new Wall(zone, Date.parse(around) - 4 * day, 24);
    this.known.set(key, wall);
    return wall;
  }

  constructor(
    zone: string,
    readonly from: number,
    length: number,
  ) {
    const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
    const shown = (at: number): [string, number] => {
      const [date = '', clock = ''] = format.format(at).split(' ');
      return [date, Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))];
    };
    const step = 15;
    for (let at = from; at < from + length * day; at += step * minute) {
      const [first, last] = [shown(at), shown(at + (step - 1) * minute)];
      const isPlain = first[0] === last[0] && last[1] - first[1] === step - 1;
      for (let n = 0; n < step; n++) {
        const [date, time] = isPlain ? [first[0], first[1] + n] : shown(at + n * minute);
        if (this.dates.at(-1) !== date) this.dates.push(date);
        this.days.push(this.dates.length - 1);
        this.times.push(time);
      }
    }
  }

  waking(at: number, { from, until, days, isHoliday }: Quiet): number {
    const [a, b] = [from, until].map((time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3)));
    if (a === undefined || b === undefined) throw new Error('no time');
    const rests: (boolean | undefined)[] = [];
    const restsOn = (date: string) =>
      (days.length < 7 && days.includes(((new Date(date).getUTCDay() + 6) % 7) + 1)) || isHoliday(date);
    const isRest = (place: number) => (rests[place] ??= restsOn(this.dates[place] ?? ''));
    for (let n = Math.floor((at - this.from) / minute), asked = n; n < this.times.length; n++) {
      const time = this.times[n] ?? 0;
      const isNight = a < b ? time >= a && time < b : a > b && (time >= a || time < b);
      if (!isNight && !isRest(this.days[n] ?? 0)) return n === asked ? at : this.from + n * minute;
    }
    throw new Error('The wall is too short.');
  }
}

const none: Quiet = { timeZone: 'UTC', from: '00:00', until: '00:00', days: [], isHoliday: () => false };
const waking = (at: number, quiet: Partial<Quiet>) => wakingTime(new Date(at), { ...none, ...quiet }).at.getTime();
const local = (text: string, timeZone: string) => Temporal.PlainDateTime.from(text).toZonedDateTime(timeZone);
const woken = (text: string, quiet: Partial<Quiet>) => {
  const { timeZone } = { ...none, ...quiet };
  const at = waking(local(text, timeZone).epochMilliseconds, quiet);
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toString({ timeZoneName: 'never' });
};

describe.each(Object.entries(zones))('a person in %s', (timeZone, [forward, back]) => {
  describe.each([
    ['put forward', forward],
    ['put back', back],
  ])('when the clock is %s', (_, around) => {
    /** Through three days, in steps that meet every part of an hour, and just before and after. */
    const agrees = (quiet: Partial<Quiet>, zone = timeZone) => {
      const whole = { ...none, ...quiet, timeZone: zone };
      const wall = Wall.of(zone, around);
      for (let at = Date.parse(around) - day; at < Date.parse(around) + 2 * day; at += 89 * minute)
        for (const beside of [at, at - 1])
          if (waking(beside, whole) !== wall.waking(beside, whole))
            expect({ at: new Date(beside), waking: new Date(waking(beside, whole)) }).toEqual({
              at: new Date(beside),
              waking: new Date(wall.waking(beside, whole)),
            });
    };

    it('is not woken where the quiet begins in the gap', () => {
      for (const from of ['00:10', '02:15', '02:30', '23:30']) agrees({ from, until: '06:00' });
    });
    it('is not woken where the quiet ends in the overlap', () => {
      for (const until of ['00:30', '01:45', '02:15', '02:30', '23:30']) agrees({ from: '21:00', until });
    });
    it('is not woken over midnight', () => agrees({ from: '22:00', until: '07:00' }));
    it('is not woken in all hours but one minute', () => {
      agrees({ from: '00:00', until: '23:59' });
      agrees({ from: '07:01', until: '07:00' });
    });
    it('is written to at any hour where begin and end are the same', () => {
      agrees({ from: '02:30', until: '02:30' });
      expect(waking(Date.parse(around), { timeZone, from: '02:30', until: '02:30' })).toBe(Date.parse(around));
    });
    it('is asked anew in the zone that they moved to', () => {
      for (const zone of ['Africa/Nairobi', 'America/Bogota', 'Europe/Stockholm'])
        agrees({ from: '21:30', until: '06:45' }, zone);
    });
    it('keeps whole days, whatever the clock does in them', () => {
      const holiday = new Date(Date.parse(around) + day).toISOString().slice(0, 10);
      agrees({ from: '20:00', until: '07:00', days: [6, 7], isHoliday: (one) => one === holiday || one === around });
    });
  });

  it('has a leap day like any other', () => {
    expect(woken('2028-02-28T22:00', { timeZone, from: '20:00', until: '07:00' })).toContain('2028-02-29T07:00:00');
    const isHoliday = (one: string) => one === '2028-02-29';
    expect(woken('2028-02-28T22:00', { timeZone, from: '20:00', until: '07:00', isHoliday })).toContain(
      '2028-03-01T07:00:00',
    );
  });

  it('sleeps into the new year', () => {
    const isHoliday = (one: string) => one === '2027-01-01';
    expect(woken('2026-12-31T23:59', { timeZone, from: '22:00', until: '06:30' })).toContain('2027-01-01T06:30:00');
    expect(woken('2026-12-31T21:59', { timeZone, from: '22:00', until: '06:30', isHoliday })).toContain(
      '2026-12-31T21',
    );
    expect(woken('2026-12-31T23:59', { timeZone, from: '22:00', until: '06:30', isHoliday })).toContain(
      '2027-01-02T06:30:00',
    );
  });
});

describe('quiet time', () => {
  it('never comes where the clock skips it', () => {
    const quiet = { timeZone: 'Europe/Stockholm', from: '02:10', until: '02:50' };
    expect(woken('2026-03-29T03:00', quiet)).toBe('2026-03-29T03:00:00+02:00');
  });

  it('that ends in the gap is over when the gap is, and in the overlap when the clock first shows its end', () => {
    const quiet = { timeZone: 'Europe/Stockholm', from: '22:00', until: '02:30' };
    expect(woken('2026-03-28T23:00', quiet)).toBe('2026-03-29T03:00:00+02:00');
    expect(woken('2026-10-24T23:00', quiet)).toBe('2026-10-25T02:30:00+02:00');
    // The clock shows ten past two for the second time.
    expect(waking(Date.parse('2026-10-25T02:10+01:00'), quiet)).toBe(Date.parse('2026-10-25T02:30+01:00'));
  });

  it('of all seven days is of none', () => {
    const days = [1, 2, 3, 4, 5, 6, 7];
    expect(woken('2026-11-30T22:00', { from: '20:00', until: '07:00', days })).toContain('2026-12-01T07:00:00');
  });

  it('without an end in sight gives way, but not to the night', () => {
    const isHoliday = () => true;
    expect(woken('2026-11-30T22:00', { from: '20:00', until: '07:00', isHoliday })).toContain('2026-12-01T07:00:00');
    expect(woken('2026-11-30T12:00', { from: '20:00', until: '07:00', isHoliday })).toContain('2026-11-30T12:00:00');
  });

  it('goes on over a day that a country skipped', () => {
    const quiet = { timeZone: 'Pacific/Apia', days: [4, 5] };
    expect(woken('2011-12-29T12:00', quiet)).toContain('2011-12-31T00:00:00+14:00');
  });

  it('says what is quiet: the day before the hour', () => {
    const at = local('2026-12-05T22:00', 'Africa/Nairobi');
    const quiet = { ...none, timeZone: 'Africa/Nairobi', from: '20:00', until: '07:00' };
    expect(quietReason(at, quiet)).toBe('quiet_hours');
    expect(quietReason(at, { ...quiet, isHoliday: () => true })).toBe('holiday');
    expect(quietReason(at, { ...quiet, isHoliday: () => true, days: [6] })).toBe('quiet_day');
    expect(quietReason(at, none)).toBeNull();
  });
});

describe('ten thousand people', () => {
  const seed = 20261130;

  it(`are never woken and never wait longer than they want (seed ${seed})`, () => {
    const random = chance(seed);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
    const clock = () =>
      `${String(Math.floor(random() * 24)).padStart(2, '0')}:${String(pick([0, 1, 15, 29, 30, 45, 59])).padStart(2, '0')}`;
    for (let n = 0; n < 10_000; n++) {
      const timeZone = pick(Object.keys(zones));
      const around = pick(zones[timeZone] ?? []);
      const holidays = new Set([0, 1, 2].map(() => new Date(Date.parse(around) + Math.floor(random() * 6 - 2) * day)));
      const dates = new Set([...holidays].map((one) => one.toISOString().slice(0, 10)));
      const from = clock();
      const quiet: Quiet = {
        timeZone,
        from,
        until: random() < 0.05 ? from : clock(),
        days: [1, 2, 3, 4, 5, 6, 7].filter(() => random() < 0.3),
        isHoliday: (one) => dates.has(one),
      };
      const at = Date.parse(around) + Math.floor((random() * 5 - 2) * day);
      const expected = Wall.of(timeZone, around).waking(at, quiet);
      if (waking(at, quiet) !== expected)
        expect({ n, at: new Date(at), ...quiet, dates: [...dates], waking: new Date(waking(at, quiet)) }).toEqual({
          waking: new Date(expected),
        });
    }
  });
});

/** Numbers that follow from the seed (mulberry32). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
