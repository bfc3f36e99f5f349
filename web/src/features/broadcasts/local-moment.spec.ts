import { describe, expect, it } from '@jest/globals';
import { momentIn, nextMorning } from './local-moment';

describe('a moment on a wall clock', () => {
  it('is what the clock there shows', () => {
    const at = Date.parse('2026-12-31T23:30:00Z');
    expect(momentIn('Europe/Stockholm', at)).toEqual({
      day: '2027-01-01',
      time: '00:30',
      timeZone: 'Europe/Stockholm',
    });
    expect(momentIn('America/Guatemala', at)).toEqual({
      day: '2026-12-31',
      time: '17:30',
      timeZone: 'America/Guatemala',
    });
  });

  it('is at first offered in the morning of the next working day', () => {
    expect(nextMorning('Africa/Lusaka', Date.parse('2026-11-27T08:00:00Z'))).toEqual({
      day: '2026-11-30',
      time: '09:00',
      timeZone: 'Africa/Lusaka',
    });
    expect(nextMorning('Asia/Bangkok', Date.parse('2026-11-30T20:00:00Z')).day).toBe('2026-12-02');
  });
});
