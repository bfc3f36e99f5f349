import { describe, expect, it } from '@jest/globals';
import { axisOf } from './axis';
import { itemLike, milestoneLike, networkLike, rowLike, visitLike } from './example';
import { pictureOf } from './picture';

const network = networkLike({
  items: [itemLike({ id: 'a' }), itemLike({ id: 'b' }), itemLike({ id: 'c' })],
  rows: [
    rowLike({
      milestones: [
        milestoneLike({ id: 'later', itemId: 'c', plannedOn: '2028-03-31' }),
        milestoneLike({ id: 'first', itemId: 'a', plannedOn: '2026-03-31' }),
        milestoneLike({
          id: 'moved',
          itemId: 'b',
          plannedOn: '2026-03-31',
          forecastOn: '2026-04-02',
          state: 'at_risk',
        }),
        milestoneLike({ id: 'of no line', itemId: 'gone' }),
      ],
      visits: [visitLike()],
    }),
  ],
});

describe('the picture', () => {
  const axis = axisOf([network], 'calendar');
  const [row] = pictureOf(network, axis, { milestone: 0.03, visit: 0.03 }).rows;

  it('has the marks of a row in the order of their days, below each other where they would meet', () => {
    expect(row?.milestones.map(({ id, lane }) => [id, lane])).toEqual([
      ['first', 0],
      ['moved', 1],
      ['later', 0],
    ]);
    expect(row?.lanes).toBe(2);
    expect(row?.visitLanes).toBe(1);
  });

  it('remembers where a mark stood in the plan', () => {
    const [first, moved] = row?.milestones ?? [];
    expect(first?.planned).toBeUndefined();
    expect(moved?.planned).toBe(first?.from);
    expect(moved?.from).toBeGreaterThan(moved?.planned ?? 1);
  });

  it('draws a visit from its first day to its last', () => {
    const [visit] = row?.visits ?? [];
    expect((visit?.to ?? 0) - (visit?.from ?? 0)).toBeCloseTo(4 / 1461, 4);
  });
});
