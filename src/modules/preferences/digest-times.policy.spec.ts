import { describe, expect, it } from '@jest/globals';
import { latestDigest, nextDigest, type DigestRule } from './digest-times.policy.js';

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
