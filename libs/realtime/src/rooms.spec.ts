import type { ChannelEvent } from '@hub/contracts';
import { expect, it } from '@jest/globals';
import { Rooms, type StoredEvent } from './rooms.js';

const event = (seq: number) => ({ kind: 'message.sent', channelId: 'a', seq }) as ChannelEvent;
const seqs = (events: StoredEvent[]) => events.map((one) => ('seq' in one ? one.seq : 0));
const turn = () => new Promise((resolve) => setImmediate(resolve));

function room(stored: number[]) {
  const told: number[] = [];
  const reads: number[] = [];
  const rooms = new Rooms((_, events) => told.push(...seqs(events)));
  rooms.servedBy('channel', async (_, after) => {
    reads.push(after);
    return stored.filter((seq) => seq > after).map(event);
  });
  return { rooms, told, reads };
}

it('tells what follows at once and reads nothing', () => {
  const { rooms, told, reads } = room([]);
  rooms.advance('channel:a', [event(7)]);
  rooms.advance('channel:a', [event(7), event(8)]);
  expect([told, reads]).toEqual([[7, 8], []]);
});

it('reads what lies in a hole before it tells what comes after', async () => {
  const stored = [1, 2, 3, 4];
  const { rooms, told, reads } = room(stored);
  rooms.advance('channel:a', [event(1)]);
  rooms.advance('channel:a', [event(4)]);
  stored.push(5);
  rooms.advance('channel:a', [event(5)]);
  await turn();
  expect(told).toEqual([1, 2, 3, 4, 5]);
  expect(reads[0]).toBe(1);
});

it('is told by a hint without events, from where the hint says when it knows nothing', async () => {
  const { rooms, told } = room([1, 2, 3]);
  await rooms.catchUp('channel:a', 2);
  expect(told).toEqual([3]);
});
