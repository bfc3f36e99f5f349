import { expect, it } from '@jest/globals';
import { seatActions } from './seat-actions';

const holder = (untilOn: string | null) => ({
  person: { id: 'a', name: 'Amara Mwansa', initials: 'AM' },
  fromOn: '2026-01-01',
  untilOn,
});

it.each([
  ['vacant from the start', [], ['fill', 'end']],
  ['held', [holder(null)], ['handover', 'vacate', 'end']],
  ['held until a day to come', [holder('2026-12-01')], ['handover', 'vacate', 'end']],
  ['vacant again', [holder('2026-11-01')], ['fill', 'end']],
] as const)('a seat that is %s', (_, holders, actions) =>
  expect(seatActions({ holders: [...holders], untilOn: null }, '2026-11-29')).toEqual(actions),
);

it('a seat that ends is not ended again', () => {
  expect(seatActions({ holders: [], untilOn: '2026-12-01' }, '2026-11-29')).toEqual(['fill']);
});
