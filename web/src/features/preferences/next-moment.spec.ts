import { describe, expect, it } from '@jest/globals';
import { nextMoment } from './next-moment';

/** A Wednesday, 14:05 in Nairobi. */
const now = Date.parse('2026-12-02T11:05:00Z');

describe('the next moment of a weekday and a time', () => {
  it.each([
    [3, '14:06', 'Africa/Nairobi', '2026-12-02T11:06:00.000Z'],
    [3, '14:05', 'Africa/Nairobi', '2026-12-09T11:05:00.000Z'],
    [2, '22:10', 'Africa/Nairobi', '2026-12-08T19:10:00.000Z'],
    [7, '00:00', 'America/Bogota', '2026-12-06T05:00:00.000Z'],
    [4, '01:00', 'Pacific/Kiritimati', '2026-12-02T11:00:00.000Z'],
  ])('%s %s in %s is %s', (weekday, time, zone, instant) => {
    expect(nextMoment(weekday, time, zone, now - (zone === 'Pacific/Kiritimati' ? 3_600_000 : 0))).toBe(instant);
  });

  it('is after the gap where the clock skips it', () => {
    expect(nextMoment(7, '02:30', 'Europe/Stockholm', Date.parse('2026-03-27T12:00Z'))).toBe(
      '2026-03-29T01:30:00.000Z',
    );
  });
});
