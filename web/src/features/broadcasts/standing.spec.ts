import { describe, expect, it } from '@jest/globals';
import { standingOf } from './standing';

const swedish = (acknowledged: number) => ({ side: 'swedish' as const, acknowledged });
const international = (acknowledged: number) => ({ side: 'international' as const, acknowledged });

describe('a partnership', () => {
  it('is reached when each side is', () => {
    expect(standingOf([swedish(1), international(3)])).toBe('reached');
    expect(standingOf([international(1)])).toBe('reached');
  });

  it('is reached on one side, however many have answered there', () => {
    expect(standingOf([swedish(4), international(0)])).toBe('swedish');
    expect(standingOf([swedish(0), international(1)])).toBe('international');
  });

  it('is not reached where nobody has answered', () => {
    expect(standingOf([swedish(0), international(0)])).toBe('not_yet');
    expect(standingOf([])).toBe('not_yet');
  });
});
