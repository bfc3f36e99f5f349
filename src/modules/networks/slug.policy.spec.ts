import { describe, expect, it } from '@jest/globals';
import { firstFree, slugOf } from './slug.policy.js';

describe('an address made from a name', () => {
  it.each([
    ['Granvika – Mto Mpya', 'granvika-mto-mpya'],
    ['Västersund & Ñandú!', 'vastersund-nandu'],
    ['水', 'network'],
    ['x'.repeat(70), 'x'.repeat(60)],
  ])('%s is %s', (name, slug) => expect(slugOf(name, 'network')).toBe(slug));

  it('takes a number where it is taken', () => {
    expect(firstFree('water', new Set())).toBe('water');
    expect(firstFree('water', new Set(['water', 'water-2']))).toBe('water-3');
  });
});
