import { describe, expect, it } from '@jest/globals';
import { hostsNext, lessonsDueOn, networkYear, visitsHeld } from './visit-rules.js';
import type { VisitState } from './visits.js';

const visit = (startsOn: string, state: VisitState = 'held', hostSide: 'swedish' | 'international' = 'swedish') => ({
  startsOn,
  state,
  hostSide,
});

describe('the year of a network', () => {
  it('begins in the month that the network began in, whatever the day', () => {
    expect(
      ['2026-04-01', '2027-03-31', '2027-04-01', '2030-03-31'].map((day) => networkYear('2026-04-01', day)),
    ).toEqual([1, 1, 2, 4]);
    expect(networkYear('2026-04-15', '2027-04-01')).toBe(2);
    expect(networkYear('2024-02-29', '2025-02-28')).toBe(2);
  });

  it('before the start is none', () => {
    expect(networkYear('2026-04-01', '2026-03-31')).toBe(0);
  });
});

describe('visits', () => {
  it('count when they were held, on the spot or online, by their first day', () => {
    const visits = [
      visit('2026-05-01'),
      visit('2027-03-31', 'held_online'),
      visit('2027-04-01'),
      visit('2026-09-01', 'confirmed'),
      visit('2026-10-01', 'postponed'),
      visit('2026-11-01', 'cancelled'),
    ];
    expect([1, 2, 3].map((year) => visitsHeld(visits, '2026-04-01', year))).toEqual([2, 1, 0]);
  });

  it('are hosted in turn, held or still to come; one that was cancelled does not count', () => {
    expect(hostsNext([])).toBe('international');
    expect(hostsNext([visit('2026-05-01', 'held', 'international')])).toBe('swedish');
    expect(hostsNext([visit('2026-11-01', 'planned', 'swedish'), visit('2026-05-01', 'held', 'international')])).toBe(
      'international',
    );
    expect(hostsNext([visit('2026-05-01', 'held', 'swedish'), visit('2026-11-01', 'cancelled', 'international')])).toBe(
      'international',
    );
  });

  it('ask for lessons for fourteen days, once they were held', () => {
    expect(lessonsDueOn({ state: 'held', endsOn: '2028-02-20' })).toBe('2028-03-05');
    expect(lessonsDueOn({ state: 'held_online', endsOn: '2026-12-20' })).toBe('2027-01-03');
    expect(lessonsDueOn({ state: 'confirmed', endsOn: '2026-12-20' })).toBeNull();
  });
});
