import type { NetworkStatus, PartnershipStatus, Role } from '@hub/contracts';
import { describe, expect, it } from '@jest/globals';
import type { Actor } from '../identity/actor.js';
import { dueIn, isLate, mayChangeIn, mayChangePlan, monthOf, movedOut, outOfReach } from './timeline.policy.js';

const plain = (ms: number) => new Date(ms).toISOString().slice(0, 10);
/** Firsts, middles and ends of all months of five years, leap days among them, and their neighbours. */
const starts = Array.from({ length: 60 }, (_, n) =>
  [1, 2, 14, 31, 32].map((day) => plain(Date.UTC(2023, n, day === 31 ? 0 : day === 32 ? -1 : day))),
).flat();
const months = [1, 2, 3, 4, 9, 10, 12, 13, 24, 25, 33, 45, 46, 50, 60];
const weekday = (day: string) => ![0, 6].includes(new Date(day).getUTCDay());
const away = (day: string) => day.slice(5, 7) === '07' || day.slice(5) >= '12-15' || day.slice(5) <= '01-10';

describe('the days of a plan', () => {
  it('counts months from the start month, whatever day it starts on', () => {
    const wrong = starts.filter((start) => {
      const [year = 0, month = 0] = start.split('-').map(Number);
      return (
        monthOf(start, start) !== 1 ||
        monthOf(start, plain(Date.UTC(year, month, 0))) !== 1 ||
        monthOf(start, plain(Date.UTC(year, month, 1))) !== 2 ||
        monthOf(start, plain(Date.UTC(year + 4, month - 1, 1))) !== 49 ||
        monthOf(start, plain(Date.UTC(year, month - 1, 0))) !== 0
      );
    });
    expect(wrong).toEqual([]);
  });

  it('makes everything due on a weekday that is neither in July nor about the new year', () => {
    for (const month of months)
      expect(starts.filter((start) => !weekday(dueIn(start, month)) || away(dueIn(start, month)))).toEqual([]);
  });

  it('keeps what is due in its month, or moves it to the first weekday after the time away', () => {
    for (const month of months) {
      const wrong = starts.filter((start) => {
        const due = dueIn(start, month);
        const late = monthOf(start, due) - month;
        const beginning = Number(due.slice(8)) <= (due.slice(5, 7) === '01' ? 13 : 3);
        return late === 0 ? false : !(late === 1 && beginning && ['08', '01'].includes(due.slice(5, 7)));
      });
      expect(wrong).toEqual([]);
    }
  });

  it('depends on the start month alone, and never goes backwards in a plan', () => {
    expect(starts.filter((start) => dueIn(start, 9) !== dueIn(`${start.slice(0, 8)}01`, 9))).toEqual([]);
    const days = Array.from({ length: 60 }, (_, n) => dueIn('2024-02-29', n + 1));
    expect(days).toEqual(days.toSorted());
  });

  it.each([
    ['2026-07-01', '2026-08-03'],
    ['2026-07-31', '2026-08-03'],
    ['2026-12-15', '2027-01-11'],
    ['2027-12-20', '2028-01-11'],
    ['2026-01-10', '2026-01-12'],
    ['2026-12-14', '2026-12-14'],
    ['2024-02-29', '2024-02-29'],
    ['2026-06-27', '2026-06-27'],
  ])('%s gives way to %s', (planned, day) => expect(movedOut(planned)).toBe(day));

  it.each([
    ['2026-01-31', 2, '2026-02-27'],
    ['2028-01-31', 2, '2028-02-29'],
    ['2026-04-01', 1, '2026-04-30'],
    ['2026-04-01', 4, '2026-08-03'],
    ['2026-04-01', 9, '2027-01-11'],
    ['2026-04-01', 8, '2026-11-30'],
  ])('a network of %s has month %i due on %s', (start, month, day) => expect(dueIn(start, month)).toBe(day));

  it('reaches from the start month over ten years', () => {
    expect(
      ['2026-03-31', '2026-04-01', '2036-03-31', '2036-04-01'].map((day) => outOfReach('2026-04-15', day)),
    ).toEqual(['too_early', undefined, undefined, 'too_late']);
  });
});

describe('late', () => {
  const due = { state: 'on_track', plannedOn: '2026-11-30', forecastOn: null, deadline: null } as const;
  const at = (instant: string) => new Date(instant);

  it('is what has not been done when its day is over in UTC', () => {
    expect(isLate(due, at('2026-11-30T23:59:59Z'))).toBe(false);
    expect(isLate(due, at('2026-12-01T00:00:00Z'))).toBe(true);
    expect(isLate({ ...due, state: 'done' }, at('2026-12-01T00:00:00Z'))).toBe(false);
    expect(isLate({ ...due, state: 'not_applicable' }, at('2026-12-01T00:00:00Z'))).toBe(false);
  });

  it('goes by the forecast where there is one, earlier or later', () => {
    expect(isLate({ ...due, forecastOn: '2027-02-01' }, at('2026-12-24T12:00:00Z'))).toBe(false);
    expect(isLate({ ...due, forecastOn: '2026-11-02' }, at('2026-11-03T00:00:00Z'))).toBe(true);
  });

  it.each([
    ['Europe/Stockholm', '2026-11-30T15:00:00.000Z'],
    ['America/Guatemala', '2026-11-30T22:00:00.000Z'],
    ['Africa/Nairobi', '2026-11-30T13:00:00.000Z'],
  ])('goes by the clock of a deadline in %s', (timeZone, passes) => {
    const deadline = { time: '16:00', timeZone };
    expect(isLate({ ...due, deadline }, at(passes))).toBe(false);
    expect(isLate({ ...due, deadline }, new Date(Date.parse(passes) + 1))).toBe(true);
  });

  it('takes a clock time that a change of the clocks leaves out', () => {
    const deadline = { time: '02:30', timeZone: 'Europe/Stockholm' };
    expect(isLate({ ...due, plannedOn: '2027-03-28', deadline }, at('2027-03-28T01:30:00Z'))).toBe(false);
    expect(isLate({ ...due, plannedOn: '2027-03-28', deadline }, at('2027-03-28T01:31:00Z'))).toBe(true);
  });
});

describe('whoever changes it', () => {
  const actor = (role: Role, networkId: string | null, partnershipId: string | null = null): Actor => ({
    personId: 'me',
    sessionId: 'mine',
    memberships: [{ role, networkId, partnershipId, side: partnershipId === null ? null : 'swedish' }],
  });
  const network = (status: NetworkStatus = 'active') => ({ id: 'climate', status });
  const pair = (status: PartnershipStatus = 'active') => ({ id: 'ours', status });
  const coordinator = actor('project_coordinator', 'climate');
  const own = actor('project_manager', 'climate', 'ours');

  it('is the project coordinator and an administrator for everything', () => {
    for (const one of [coordinator, actor('administrator', null)]) {
      expect(mayChangePlan(one, network())).toBe(true);
      expect(mayChangeIn(one, network(), pair('withdrawn'))).toBe(true);
    }
    expect(mayChangePlan(actor('project_coordinator', 'health'), network())).toBe(false);
  });

  it('is those who run a partnership for their own, as long as it goes on', () => {
    expect(mayChangePlan(own, network())).toBe(false);
    expect(mayChangeIn(own, network(), pair())).toBe(true);
    expect(mayChangeIn(own, network(), { id: 'theirs', status: 'active' })).toBe(false);
    for (const status of ['withdrawn', 'completed'] as const)
      expect(mayChangeIn(own, network(), pair(status))).toBe(false);
    expect(mayChangeIn(actor('team_member', 'climate', 'ours'), network(), pair())).toBe(false);
  });

  it('is nobody in a closed network', () => {
    for (const one of [coordinator, own, actor('administrator', null)])
      for (const status of ['completed', 'archived'] as const) {
        expect(mayChangePlan(one, network(status))).toBe(false);
        expect(mayChangeIn(one, network(status), pair())).toBe(false);
      }
  });
});
