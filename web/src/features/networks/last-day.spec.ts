import { expect, it } from '@jest/globals';
import { lastDay } from './last-day';

it.each([
  ['2026-03-01', '2030-02-28'],
  ['2024-02-29', '2028-02-28'],
  ['0002-03-01', undefined],
  ['', undefined],
])('four years from %s end on %s', (first, last) => expect(lastDay(first, 48)).toBe(last));
