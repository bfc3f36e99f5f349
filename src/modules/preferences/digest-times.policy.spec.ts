import { describe, expect, it } from '@jest/globals';
import { dueDigest, latestDigest, nextDigest, type DigestRule } from './digest-times.policy.js';

const quiet = { timeZone: 'Africa/Nairobi', from: '20:00', until: '07:00', days: [6, 7], isHoliday: () => false };
const daily: DigestRule = { digest: 'daily', at: '07:30', weekday: 1, quiet };
const at = (local: string) => new Date(`${local}+03:00`);
/** 2026-12-04 is a Friday. */
const next = (local: string, rule: Partial<DigestRule> = {}) =>
  nextDigest(at(local), { ...daily, ...rule })?.at.toISOString();

describe('a digest', () => {
  it('comes at the hour on every day that is not quiet', () => {
    expect(next('2026-12-03T07:29')).toBe(at('2026-12-03T07:30').toISOString());
    expect(next('2026-12-03T07:30')).toBe(at('2026-12-04T07:30').toISOString());
    expect(next('2026-12-04T08:00')).toBe(at('2026-12-07T07:30').toISOString());
  });

  it('waits for the morning where its hour is quiet, over a quiet weekend too', () => {
    expect(next('2026-12-03T12:00', { at: '22:00' })).toBe(at('2026-12-04T07:00').toISOString());
    expect(next('2026-12-04T12:00', { at: '22:00' })).toBe(at('2026-12-07T07:00').toISOString());
  });

  it('comes once a week, or on the first day after that is not quiet', () => {
    const weekly = { digest: 'weekly', weekday: 4 } as const;
    expect(next('2026-12-04T08:00', weekly)).toBe(at('2026-12-10T07:30').toISOString());
    expect(next('2026-12-02T08:00', { ...weekly, weekday: 6 })).toBe(at('2026-12-07T07:30').toISOString());
    const isHoliday = (day: string) => day === '2026-12-10' || day === '2026-12-11';
    expect(next('2026-12-09T08:00', { ...weekly, quiet: { ...quiet, isHoliday } })).toBe(
      at('2026-12-14T07:30').toISOString(),
    );
  });

  it('is none where it is off', () => {
    expect(next('2026-12-04T08:00', { digest: 'off' })).toBeUndefined();
  });

  it('keeps its hour when the clock is changed', () => {
    const stockholm = {
      at: '02:30',
      quiet: { ...quiet, timeZone: 'Europe/Stockholm', from: '00:00', until: '00:00', days: [] },
    };
    const after = (instant: string) => nextDigest(new Date(instant), { ...daily, ...stockholm })?.at.toISOString();
    expect(after('2026-03-28T12:00Z')).toBe('2026-03-29T01:30:00.000Z');
    expect(after('2026-10-24T12:00Z')).toBe('2026-10-25T00:30:00.000Z');
    expect(after('2026-10-25T00:30Z')).toBe('2026-10-26T01:30:00.000Z');
  });

  it('is one a day, by the day on which it comes', () => {
    expect(latestDigest(at('2026-12-07T09:00'), daily)).toEqual({ at: at('2026-12-07T07:30'), day: '2026-12-07' });
    expect(latestDigest(at('2026-12-07T07:00'), daily)?.day).toBe('2026-12-04');
    expect(latestDigest(at('2026-12-04T07:10'), { ...daily, at: '22:00' })?.day).toBe('2026-12-04');
  });
});

describe('a digest that is due', () => {
  const due = (local: string, rule: Partial<DigestRule> = {}) => dueDigest(at(local), { ...daily, ...rule })?.day;

  it('comes late the same day, not in the night and not the day after', () => {
    expect(due('2026-12-07T07:29')).toBeUndefined();
    expect(due('2026-12-07T07:30')).toBe('2026-12-07');
    expect(due('2026-12-07T19:30')).toBe('2026-12-07');
    expect(due('2026-12-07T20:00')).toBeUndefined();
    expect(due('2026-12-08T07:00')).toBeUndefined();
  });

  it('of a week comes the next morning as well', () => {
    const weekly = { digest: 'weekly', weekday: 1 } as const;
    expect(due('2026-12-07T20:00', weekly)).toBeUndefined();
    expect(due('2026-12-08T07:00', weekly)).toBe('2026-12-07');
    expect(due('2026-12-09T07:00', weekly)).toBeUndefined();
  });

  const hourMs = 3_600_000;
  const move = Date.parse('2026-12-08T00:00Z');
  const zones = ['America/Guatemala', 'Europe/Stockholm', 'Asia/Ho_Chi_Minh'];
  const journeys = zones.flatMap((from) => zones.filter((to) => to !== from).map((to) => [from, to] as const));

  /** When they came to somebody who is in another zone from this hour on, hour by hour. */
  function sentTo(from: string, to: string, moved: number, rule: Pick<DigestRule, 'digest' | 'weekday'>, days: number) {
    const sent = new Map<string, number>();
    for (let hour = -days * 24; hour < days * 24; hour++) {
      const now = moved + hour * hourMs;
      const timeZone = hour < 0 ? from : to;
      const one = dueDigest(new Date(now), { ...daily, ...rule, at: '07:00', quiet: { ...quiet, days: [], timeZone } });
      if (one && !sent.has(one.day)) sent.set(one.day, now);
    }
    return [...sent.values()];
  }

  it.each(journeys)('comes to whoever travels from %s to %s, neither twice nor never', (from, to) => {
    for (let hour = 0; hour < 24; hour += 3) {
      const sent = sentTo(from, to, move + hour * hourMs, { digest: 'daily', weekday: 1 }, 2);
      const gaps = sent.slice(1).map((one, index) => (one - (sent[index] ?? 0)) / hourMs);
      expect(Math.min(...gaps)).toBeGreaterThanOrEqual(8);
      expect(Math.max(...gaps)).toBeLessThanOrEqual(40);
    }
  });

  it.each(journeys)('of a week comes once on the way from %s to %s', (from, to) => {
    for (let hour = 0; hour < 24; hour += 6)
      expect(sentTo(from, to, move + hour * hourMs, { digest: 'weekly', weekday: 2 }, 3)).toHaveLength(1);
  });
});
