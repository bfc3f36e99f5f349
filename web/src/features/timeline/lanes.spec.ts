import { describe, expect, it } from '@jest/globals';
import { lanesOf } from './lanes';

describe('lanes', () => {
  it('keep apart what would lie on each other, and no more', () => {
    const stretches = [
      { from: 0, to: 10 },
      { from: 5, to: 15 },
      { from: 9, to: 12 },
      { from: 10, to: 20 },
      { from: 12, to: 30 },
    ];
    expect(lanesOf(stretches)).toEqual([0, 1, 2, 0, 2]);
    expect(lanesOf([])).toEqual([]);
  });
});
