import { describe, expect, it } from '@jest/globals';
import { itemLike, milestoneLike, networkLike, rowLike, visitLike } from './example';
import { shownOf } from './filter';

const network = networkLike({
  items: [
    itemLike({ id: 'kick-off', kind: 'network_event', scope: 'network' }),
    itemLike({ id: 'agreement', kind: 'agreement' }),
    itemLike({ id: 'report', kind: 'report' }),
  ],
  milestones: [milestoneLike({ id: 'n', itemId: 'kick-off', partnershipId: null, state: 'done' })],
  rows: [
    rowLike({
      partnership: { id: 'a', countries: ['KE', 'SE'], sdgTargets: ['13.1', '16.b'] },
      milestones: [
        milestoneLike({ id: 'a1', itemId: 'agreement', state: 'on_track', late: true }),
        milestoneLike({ id: 'a2', itemId: 'report' }),
      ],
      visits: [visitLike({ id: 'av', state: 'held' })],
    }),
    rowLike({
      partnership: { id: 'b', countries: ['SE', 'ZM'], sdgTargets: ['1.4'] },
      milestones: [milestoneLike({ id: 'b1', itemId: 'agreement', state: 'done' })],
      visits: [],
    }),
  ],
});
const ids = (filter: Parameters<typeof shownOf>[1]) => {
  const { milestones, rows } = shownOf(network, filter);
  return [...milestones, ...rows.flatMap((row) => [...row.milestones, ...row.visits])].map(({ id }) => id).join(' ');
};

describe('the filter', () => {
  it('leaves everything where nothing is asked for', () => {
    expect(shownOf(network, {})).toBe(network);
  });

  it.each([
    [{ kind: 'agreement' } as const, 'a1 b1'],
    [{ kind: 'visit' } as const, 'av'],
    [{ state: 'late' } as const, 'a1'],
    [{ state: 'done' } as const, 'n av b1'],
    [{ kind: 'agreement', state: 'done' } as const, 'b1'],
    [{ country: 'ZM' }, 'n b1'],
    [{ goal: 16 }, 'n a1 a2 av'],
    [{ goal: 1 }, 'n b1'],
  ])('%j shows %s', (filter, shown) => {
    expect(ids(filter)).toBe(shown);
  });

  it('leaves out partnerships without what is asked for, and lines of the plan with them', () => {
    const shown = shownOf(network, { state: 'late' });
    expect(shown.rows.map(({ partnership }) => partnership.id)).toEqual(['a']);
    expect(shown.items.map(({ id }) => id)).toEqual(['agreement']);
    expect(shownOf(network, { country: 'ZM' }).items).toHaveLength(3);
  });
});
