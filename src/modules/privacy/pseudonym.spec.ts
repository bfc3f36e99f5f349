import { describe, expect, it } from '@jest/globals';
import { isFullName, newPseudonym, patternOf } from './pseudonym.js';

describe('a pseudonym', () => {
  it('tells nothing, and has an address that cannot be', () => {
    const { name, initials, email } = newPseudonym();
    expect(name).toMatch(/^Former member [2-9A-HJKMNP-Z]{4}$/);
    expect(initials).toBe('FM');
    expect(email).toBe(`former-${name.slice(-4).toLowerCase()}@erased.invalid`);
  });

  it.each([
    ['Amara Mwansa', true],
    ['Åsa  Öberg', true],
    ['Jean-Luc O’Neill', true],
    ['Amara', false],
    ['the', false],
    ['A B', false],
  ])('takes "%s" for a full name: %s', (name, full) => {
    expect(isFullName(name)).toBe(full);
  });

  it('finds a name as a whole, whatever marks it has', () => {
    expect(patternOf('A.B (C)')).toBe('(?<![[:alnum:]_])(?:A\\.B \\(C\\))(?![[:alnum:]_])');
    expect(patternOf("O'Neill")).toContain("O\\'Neill|O\\&\\#39\\;Neill");
  });
});
