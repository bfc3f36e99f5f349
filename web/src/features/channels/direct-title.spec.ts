import { expect, it } from '@jest/globals';
import { directTitle } from './direct-title';

const amara = { id: 'b', name: 'Amara Phiri' };
const sigrid = { id: 'a', name: 'Sigrid Holm' };

it('is the same for both, and fits', () => {
  expect(directTitle([amara, sigrid])).toBe('Sigrid Holm – Amara Phiri');
  expect(directTitle([sigrid, amara])).toBe(directTitle([amara, sigrid]));
  expect(directTitle([amara, { id: 'c', name: 'x'.repeat(200) }])).toHaveLength(120);
});
