import { expect, it } from '@jest/globals';
import { moved } from './reading.policy.js';

it.each([
  ['further in the same epoch', { epoch: 1, seq: 7 }, { epoch: 1, seq: 7 }],
  ['back in the same epoch', { epoch: 1, seq: 3 }, { epoch: 1, seq: 5 }],
  ['unread from a place, in the next epoch', { epoch: 2, seq: 3 }, { epoch: 2, seq: 3 }],
  ['an epoch that has passed', { epoch: 0, seq: 9 }, { epoch: 1, seq: 5 }],
  ['an epoch that nobody began', { epoch: 3, seq: 9 }, { epoch: 1, seq: 5 }],
])('%s', (_, asked, marker) => {
  expect(moved({ epoch: 1, seq: 5 }, asked)).toEqual(marker);
});
