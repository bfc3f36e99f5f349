import { describe, expect, it } from '@jest/globals';
import { laterChoices } from './later-choices';

const choices = (now: string, zone: string) =>
  Object.fromEntries(laterChoices(Date.parse(now), zone).map(({ when, at }) => [when, at]));

describe('putting off', () => {
  it('is in an hour, tomorrow morning, and Monday morning, by the clock where the reader is', () => {
    // A Thursday, late in the evening in Lusaka and a Friday already in Kathmandu.
    expect(choices('2026-11-26T20:30:00Z', 'Africa/Lusaka')).toEqual({
      hour: '2026-11-26T21:30:00.000Z',
      tomorrow: '2026-11-27T06:00:00.000Z',
      monday: '2026-11-30T06:00:00.000Z',
    });
    expect(choices('2026-11-26T20:30:00Z', 'Asia/Kathmandu')).toMatchObject({ tomorrow: '2026-11-28T02:15:00.000Z' });
  });

  it('does not offer the same morning twice, and on a Monday the next one', () => {
    expect(choices('2026-11-29T09:00:00Z', 'Africa/Lusaka')).not.toHaveProperty('monday');
    expect(choices('2026-11-30T09:00:00Z', 'Africa/Lusaka').monday).toBe('2026-12-07T06:00:00.000Z');
  });

  it('is eight o’clock also on the morning after the clocks changed', () => {
    expect(choices('2027-03-27T09:00:00Z', 'Europe/Stockholm').tomorrow).toBe('2027-03-28T06:00:00.000Z');
    expect(choices('2026-10-24T09:00:00Z', 'Europe/Stockholm').tomorrow).toBe('2026-10-25T07:00:00.000Z');
  });
});
