import type { HubEvent, Milestone, Timeline, TimelineRow, VisitCard } from '@hub/contracts';
import { describe, expect, it } from '@jest/globals';
import { reduceTimeline } from './reduce-timeline.js';

const milestone = (id: string, partnershipId: string | null, more: Partial<Milestone> = {}): Milestone => ({
  id,
  itemId: 'line',
  partnershipId,
  plannedOn: '2026-11-30',
  forecastOn: null,
  actualOn: null,
  state: 'on_track',
  late: false,
  version: 2,
  ...more,
});
const visit = (id: string, startsOn: string, more: Partial<VisitCard> = {}): VisitCard => ({
  id,
  partnershipId: 'pair',
  hostSide: 'swedish',
  host: null,
  startsOn,
  endsOn: startsOn,
  plannedOn: startsOn,
  state: 'planned',
  hasLessons: false,
  version: 1,
  ...more,
});
const row: TimelineRow = {
  partnership: {
    id: 'pair',
    slug: 'pair',
    name: 'Pair',
    status: 'active',
    associate: false,
    countries: [],
    sdgTargets: [],
  },
  lastToldAt: '2026-11-20T10:00:00.000Z',
  milestones: [milestone('ours', 'pair'), milestone('other', 'pair')],
  visits: [visit('spring', '2026-04-02'), visit('autumn', '2026-10-05')],
  channelId: null,
  may: { change: true },
};
const timeline: Timeline = {
  today: '2026-11-30',
  bands: [],
  networks: [
    {
      id: 'climate',
      slug: 'climate',
      name: 'Climate',
      startsOn: '2026-04-01',
      endsOn: '2030-03-31',
      month: 8,
      visitsAYear: 2,
      stream: { channelId: 'a', seq: 4 },
      items: [],
      milestones: [milestone('common', null)],
      rows: [row],
      may: { change: false },
    },
  ],
};

const now = Date.parse('2026-11-30T12:00:00Z');
const told = (
  event: { kind: string; networkId?: string; milestone?: Milestone; visit?: VisitCard },
  lastToldAt = row.lastToldAt,
) => {
  const networks = timeline.networks.map((one) => ({ ...one, rows: [{ ...row, lastToldAt }] }));
  const from = lastToldAt === row.lastToldAt ? timeline : { ...timeline, networks };
  return reduceTimeline(from, { channelId: 'a', seq: 5, networkId: 'climate', ...event } as HubEvent, now);
};
const rowOf = (now: Timeline | undefined) => now?.networks[0]?.rows[0];

describe('a timeline that was loaded', () => {
  it('takes the newer state of a milestone, and leaves everything else as it is', () => {
    const done = milestone('ours', 'pair', { state: 'done', actualOn: '2026-11-28', version: 3 });
    const now = told({ kind: 'milestone.changed', milestone: done });
    expect(rowOf(now)?.milestones).toEqual([done, row.milestones[1]]);
    expect(rowOf(now)?.milestones[1]).toBe(row.milestones[1]);
    const common = milestone('common', null, { forecastOn: '2027-01-20', version: 3 });
    expect(told({ kind: 'milestone.changed', milestone: common })?.networks[0]?.milestones).toEqual([common]);
  });

  it('is the same for a state that is not newer, and for another network', () => {
    expect(told({ kind: 'milestone.changed', milestone: milestone('ours', 'pair') })).toBe(timeline);
    const newer = milestone('ours', 'pair', { version: 9 });
    expect(told({ kind: 'milestone.changed', networkId: 'health', milestone: newer })).toBe(timeline);
    expect(told({ kind: 'visit.changed', visit: visit('spring', '2026-05-05') })).toBe(timeline);
    expect(told({ kind: 'plan.changed', networkId: 'health' })).toBe(timeline);
    expect(told({ kind: 'event.gone' })).toBe(timeline);
  });

  it('puts a visit where its first day is, moved or new', () => {
    const moved = visit('spring', '2026-12-01', { state: 'moved', version: 2 });
    const ids = (one: VisitCard) => rowOf(told({ kind: 'visit.changed', visit: one }))?.visits.map(({ id }) => id);
    expect(ids(moved)).toEqual(['autumn', 'spring']);
    expect(ids(visit('summer', '2026-06-01'))).toEqual(['spring', 'summer', 'autumn']);
  });

  it('is loaded afresh when its plan has other lines, or something came that it does not know', () => {
    expect(told({ kind: 'plan.changed' })).toBeUndefined();
    expect(told({ kind: 'milestone.changed', milestone: milestone('new', 'pair') })).toBeUndefined();
    expect(told({ kind: 'milestone.changed', milestone: milestone('new', 'newcomer') })).toBeUndefined();
    expect(told({ kind: 'visit.changed', visit: visit('new', '2026-06-01', { partnershipId: 'x' }) })).toBeUndefined();
  });

  it('is loaded afresh when something of a silent partnership changed', () => {
    const done = milestone('ours', 'pair', { state: 'done', version: 3 });
    for (const lastToldAt of [null, '2026-10-31T10:00:00.000Z']) {
      expect(told({ kind: 'milestone.changed', milestone: done }, lastToldAt)).toBeUndefined();
      expect(told({ kind: 'visit.changed', visit: visit('new', '2027-06-01') }, lastToldAt)).toBeUndefined();
      expect(told({ kind: 'milestone.changed', milestone: milestone('ours', 'pair') }, lastToldAt)).toBeDefined();
      expect(
        told({ kind: 'milestone.changed', milestone: milestone('common', null, { version: 3 }) }, lastToldAt),
      ).toBeDefined();
    }
  });
});
