import { expect, it } from '@jest/globals';
import { givenOf, keptOf, sourcesIn } from './sources';

it('keeps sources as text, and gives those that say something', () => {
  const written = [
    { title: 'Children’s Convention', url: 'https://example.org/crc' },
    { title: '', url: ' ' },
    { title: 'Bylaw 4', url: '' },
    { title: 'Handbook', url: 'example.org/handbook' },
    { title: 'Odd', url: 'javascript:alert(1)' },
  ];
  expect(sourcesIn(keptOf(written))).toEqual(written);
  expect(sourcesIn(keptOf([]))).toEqual([]);
  expect(givenOf(written)).toEqual([
    { title: 'Children’s Convention', url: 'https://example.org/crc' },
    { title: 'Bylaw 4', url: null },
    { title: 'Handbook', url: 'https://example.org/handbook' },
    { title: 'Odd', url: 'javascript:alert(1)' },
  ]);
});
