import { describe, expect, it } from '@jest/globals';
import type { BroadcastNotification } from '@hub/contracts';
import { unacknowledged } from './unacknowledged';

const told = (broadcastId: string, more: Partial<BroadcastNotification> = {}) =>
  ({
    kind: 'broadcast',
    broadcastId,
    acknowledge: true,
    acknowledgeBy: null,
    acknowledgedAt: null,
    ...more,
  }) as BroadcastNotification;

describe('what waits to be acknowledged', () => {
  it('is named once, however often the reader was told', () => {
    expect(unacknowledged([told('a', { kind: 'acknowledgement_missing' }), told('a')])).toHaveLength(1);
  });

  it('is what asks for it and was not given yet', () => {
    expect(
      unacknowledged([told('a', { acknowledge: false }), told('b', { acknowledgedAt: '2026-12-01T10:00:00Z' })]),
    ).toEqual([]);
  });

  it('begins with the soonest day', () => {
    const order = unacknowledged([
      told('a'),
      told('b', { acknowledgeBy: '2026-12-09' }),
      told('c', { acknowledgeBy: '2026-12-01' }),
    ]);
    expect(order.map(({ broadcastId }) => broadcastId)).toEqual(['c', 'b', 'a']);
  });
});
