import { describe, expect, it } from '@jest/globals';
import { byConcern, silentOf, toAskAbout } from './board';
import { itemLike, milestoneLike, networkLike, rowLike } from './example';

const now = Date.parse('2026-11-30T12:00:00Z');

describe("the coordinator's board", () => {
  it('names those at work who told nothing for thirty days', () => {
    const row = (id: string, status: 'active' | 'inception' | 'withdrawn', lastToldAt: string | null) =>
      rowLike({ partnership: { id, status }, lastToldAt });
    const network = networkLike({
      rows: [
        row('quiet', 'active', '2026-10-20T08:00:00Z'),
        row('heard', 'active', '2026-11-20T08:00:00Z'),
        row('never', 'inception', null),
        row('gone', 'withdrawn', null),
      ],
    });
    expect(silentOf(network, now).map(({ partnership }) => partnership.id)).toEqual(['quiet', 'never']);
  });

  it('begins with lines that are late somewhere, then with those at risk', () => {
    const items = [1, 2, 3, 4].map((number) => itemLike({ id: `${number}`, number }));
    const network = networkLike({
      items,
      milestones: [milestoneLike({ itemId: '4', late: true, partnershipId: null })],
      rows: [
        rowLike({
          milestones: [
            milestoneLike({ itemId: '1', state: 'done' }),
            milestoneLike({ itemId: '2', state: 'on_track' }),
            milestoneLike({ itemId: '3', state: 'at_risk' }),
          ],
        }),
      ],
    });
    expect(byConcern(network).map(({ number }) => number)).toEqual([4, 3, 1, 2]);
  });

  it('asks about what is late, else at risk, else next', () => {
    const next = milestoneLike({ id: 'next', plannedOn: '2026-12-10' });
    const risk = milestoneLike({ id: 'risk', plannedOn: '2027-12-10', state: 'at_risk' });
    const late = milestoneLike({ id: 'late', plannedOn: '2026-01-10', late: true });
    const done = milestoneLike({ id: 'done', plannedOn: '2026-01-01', state: 'done' });
    const ask = (...milestones: (typeof next)[]) => toAskAbout(rowLike({ milestones }))?.id;
    expect(ask(done, next, risk, late)).toBe('late');
    expect(ask(done, next, risk)).toBe('risk');
    expect(ask(done, risk, next)).toBe('risk');
    expect(ask(done, next)).toBe('next');
    expect(ask(done)).toBeUndefined();
  });
});
