import { describe, expect, it } from '@jest/globals';
import { nextReminder, remindersDue, reminderTimes } from './reminders.policy.js';

const asked = new Date('2026-11-02T09:00:00Z');
const times = (by: string | null) => reminderTimes(asked, by).map((at) => at.toISOString().slice(0, 16));

describe('reminders', () => {
  it('come at growing distance', () => {
    expect(times(null)).toEqual(['2026-11-04T09:00', '2026-11-07T09:00', '2026-11-11T09:00']);
  });

  it('end on the last day, and two close to each other are one', () => {
    expect(times('2026-12-01')).toEqual([
      '2026-11-04T09:00',
      '2026-11-07T09:00',
      '2026-11-11T09:00',
      '2026-12-01T06:00',
    ]);
    expect(times('2026-11-07')).toEqual(['2026-11-04T09:00', '2026-11-07T06:00']);
    expect(times('2026-11-03')).toEqual(['2026-11-03T06:00']);
    expect(times('2026-11-02')).toEqual([]);
  });

  it('are due one after the other, and never after the last day', () => {
    const due = (at: string) => remindersDue(asked, '2026-11-08', new Date(at));
    expect([
      due('2026-11-04T08:59:59Z'),
      due('2026-11-04T09:00:00Z'),
      due('2026-11-07T09:00:00Z'),
      due('2026-11-08T23:59:59Z'),
      due('2026-11-09T00:00:00Z'),
    ]).toEqual([0, 1, 2, 3, 0]);
    expect(nextReminder(asked, '2026-11-08', new Date('2026-11-07T09:00:00Z'))?.toISOString()).toBe(
      '2026-11-08T06:00:00.000Z',
    );
    expect(nextReminder(asked, '2026-11-08', new Date('2026-11-08T06:00:00Z'))).toBeNull();
  });
});
