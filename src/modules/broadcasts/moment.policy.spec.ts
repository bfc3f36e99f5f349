import { describe, expect, it } from '@jest/globals';
import { clockIn, instantOf, isNight } from './moment.policy.js';

describe('a moment on a wall clock', () => {
  it.each([
    ['2026-03-29', '02:30', 'Europe/Stockholm', '2026-03-29T01:00:00.000Z', 'skipped: the next that is there'],
    ['2026-03-29', '01:59', 'Europe/Stockholm', '2026-03-29T00:59:00.000Z', 'just before'],
    ['2026-03-29', '03:00', 'Europe/Stockholm', '2026-03-29T01:00:00.000Z', 'just after'],
    ['2026-10-25', '02:30', 'Europe/Stockholm', '2026-10-25T00:30:00.000Z', 'twice: the first'],
    ['2026-10-04', '02:15', 'Australia/Lord_Howe', '2026-10-03T15:30:00.000Z', 'half an hour is skipped'],
    ['2011-12-30', '09:00', 'Pacific/Apia', '2011-12-30T10:00:00.000Z', 'a whole day is skipped'],
    ['2026-11-30', '09:00', 'Africa/Lusaka', '2026-11-30T07:00:00.000Z', 'no clock change'],
  ])('%s %s in %s is %s (%s)', (day, time, timeZone, at) => {
    expect(instantOf({ day, time, timeZone }).toISOString()).toBe(at);
  });

  it('is at night from 20:00 to 07:00', () => {
    const at = new Date('2026-11-30T06:00:00Z');
    expect(clockIn('Europe/Stockholm', at)).toBe('07:00');
    expect(['19:59', '20:00', '23:59', '00:00', '06:59', '07:00'].map(isNight)).toEqual([
      false,
      true,
      true,
      true,
      true,
      false,
    ]);
  });
});
