import { describe, expect, it } from '@jest/globals';
import { initialsOf } from './initials.js';

describe('the initials of a name', () => {
  it.each([
    ['Amara Mwansa', 'AM'],
    ['Åsa von der Lühe', 'ÅL'],
    ['Madonna', 'M'],
    ["Siobhán O'Neill", 'SO'],
    ["Jeanne d'Arc", 'JA'],
    ['Олена Шевченко', 'ОШ'],
    ['Anna-Lena Ek', 'AE'],
    ['  li  ', 'L'],
    ['4', '4'],
  ])('%s', (name, initials) => expect(initialsOf(name)).toBe(initials));
});
