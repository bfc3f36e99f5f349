import { describe, expect, it } from '@jest/globals';
import { reminderAt, timesOf } from './timers.policy.js';

const calendar = { timeZone: 'Europe/Stockholm', isHoliday: (day: string) => day === '2026-03-09' };
const at = (moment: string) => new Date(moment);
/** Asked on a Monday. */
const asked = {
  waitingSince: at('2026-03-02T09:00:00Z'),
  routedAt: at('2026-03-02T09:30:00Z'),
  responseDays: 5,
  pauses: [],
  calendar,
};

describe('what time brings', () => {
  it('is near on the last day, late after it, and two working days later a second is asked', () => {
    const times = timesOf(asked);
    // The Monday after is a holiday, so Tuesday is the fifth day.
    expect(times).toEqual({
      dueFrom: at('2026-03-06T23:00:00Z'),
      target: at('2026-03-10T23:00:00Z'),
      becomesLate: true,
      secondFrom: at('2026-03-12T23:00:00Z'),
    });
    expect(
      times &&
        ['2026-03-06T22:59:00Z', '2026-03-06T23:00:00Z', '2026-03-10T23:00:00Z'].map((moment) =>
          reminderAt(times, at(moment)),
        ),
    ).toEqual([null, 'question_due', 'question_late']);
  });

  it('does not remind of what was given to somebody on its last day or later', () => {
    const near = timesOf({ ...asked, routedAt: at('2026-03-10T08:00:00Z') });
    expect(near).toMatchObject({ dueFrom: null, becomesLate: true });
    const late = timesOf({ ...asked, routedAt: at('2026-03-12T08:00:00Z') });
    expect(late).toMatchObject({ becomesLate: false, secondFrom: at('2026-03-16T23:00:00Z') });
    expect(late && reminderAt(late, at('2026-03-20T08:00:00Z'))).toBeNull();
  });

  it('has no day before it where one day is given', () => {
    expect(timesOf({ ...asked, responseDays: 1 })).toMatchObject({ dueFrom: null, target: at('2026-03-03T23:00:00Z') });
  });

  it('stands still while the asker is asked back, and leaves those days out', () => {
    const pause = { fromAt: at('2026-03-03T10:00:00Z'), untilAt: null };
    expect(timesOf({ ...asked, pauses: [pause] })).toBeNull();
    const over = { ...pause, untilAt: at('2026-03-04T10:00:00Z') };
    expect(timesOf({ ...asked, pauses: [over] })).toMatchObject({ target: at('2026-03-12T23:00:00Z') });
  });
});
