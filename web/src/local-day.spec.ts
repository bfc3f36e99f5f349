import { describe, expect, it } from '@jest/globals';
import { dayAt, startOfDay } from './local-day';

describe('the beginning of a day', () => {
  it('is midnight where the reader is', () => {
    expect(startOfDay('2026-03-12', 'Africa/Lusaka')).toBe('2026-03-11T22:00:00.000Z');
    expect(startOfDay('2026-01-12', 'Europe/Stockholm')).toBe('2026-01-11T23:00:00.000Z');
    expect(startOfDay('2026-07-12', 'Europe/Stockholm')).toBe('2026-07-11T22:00:00.000Z');
    expect(startOfDay('2026-07-12', 'America/Bogota')).toBe('2026-07-12T05:00:00.000Z');
    expect(startOfDay('2026-07-12', 'Asia/Kathmandu')).toBe('2026-07-11T18:15:00.000Z');
  });

  it('is right on the days on which clocks change', () => {
    expect(startOfDay('2026-03-29', 'Europe/Stockholm')).toBe('2026-03-28T23:00:00.000Z');
    expect(startOfDay('2026-10-25', 'Europe/Stockholm')).toBe('2026-10-24T22:00:00.000Z');
    // In Beirut the clocks went from midnight to one o'clock.
    expect(startOfDay('2024-03-31', 'Asia/Beirut')).toBe('2024-03-30T22:00:00.000Z');
  });

  it('belongs to the day it names', () => {
    for (const zone of ['Africa/Lusaka', 'America/Guatemala', 'Asia/Beirut', 'Pacific/Kiritimati'])
      for (const day of ['2024-02-29', '2026-03-29', '2026-12-31']) {
        const start = Date.parse(startOfDay(day, zone));
        expect(dayAt(start, zone)).toBe(day);
        expect(dayAt(start - 1000, zone)).not.toBe(day);
      }
  });
});
