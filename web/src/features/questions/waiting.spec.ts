import { expect, it } from '@jest/globals';
import { daysWaited, lastMinute } from './waiting';

it('counts whole days of waiting', () => {
  const now = Date.parse('2026-03-12T10:00:00Z');
  expect(daysWaited('2026-03-12T09:00:00Z', now)).toBe(0);
  expect(daysWaited('2026-03-02T09:59:00Z', now)).toBe(10);
  expect(daysWaited('2026-03-12T10:00:01Z', now)).toBe(0);
});

it('tells a target by the last minute of its day, and none while nothing runs', () => {
  const target = { on: '2026-03-12', timeZone: 'Africa/Lusaka', late: false };
  expect(lastMinute({ ...target, at: '2026-03-12T22:00:00Z' })).toBe('2026-03-12T21:59:00.000Z');
  expect(lastMinute({ ...target, at: null, on: null })).toBeUndefined();
});
