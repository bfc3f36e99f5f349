import type { ChannelEvent } from '@hub/contracts';
import { until } from '../../testing/src/until.js';
import { expect, it } from '@jest/globals';
import { Rooms, seqOf } from './rooms.js';

const event = (seq: number) => ({ kind: 'message.sent', channelId: 'a', seq }) as ChannelEvent;

/** A room `channel:a` over a log that may grow, that may be away, and whose pages hold two events. */
function room(log: number[], holeMs = 0) {
  const told: number[] = [];
  const reads: number[] = [];
  const state = { away: false };
  const rooms = new Rooms((_, events) => told.push(...events.map(seqOf)), holeMs);
  rooms.servedBy('channel', async (_, after) => {
    reads.push(after);
    if (state.away) throw new Error('away');
    return log.filter((seq) => seq > after).map(event).slice(0, 2); // prettier-ignore
  });
  const hears = (...seqs: number[]) => until(() => told.join(), (now) => now === seqs.join()); // prettier-ignore
  return { rooms, told, reads, state, hears };
}

it('tells what follows at once and reads nothing', () => {
  const { rooms, told, reads } = room([]);
  rooms.advance('channel:a', [event(7)]);
  rooms.advance('channel:a', [event(7), event(8)]);
  expect([told, reads]).toEqual([[7, 8], []]);
});

it('tells in order what came in another, without reading', () => {
  const { rooms, told, reads } = room([], 60_000);
  rooms.begin('channel:a', 4);
  rooms.advance('channel:a', [event(7)]);
  rooms.advance('channel:a', [event(6)]);
  rooms.advance('channel:a', [event(5)]);
  expect([told, reads]).toEqual([[5, 6, 7], []]);
});

it('reads what lies in a hole before it tells what comes after', async () => {
  const log = [1, 2, 3, 4, 5];
  const { rooms, hears, reads } = room(log);
  rooms.advance('channel:a', [event(1)]);
  rooms.advance('channel:a', [event(5)]);
  log.push(6);
  rooms.advance('channel:a', [event(6)]);
  await hears(1, 2, 3, 4, 5, 6);
  expect(reads[0]).toBe(1);
});

it('reads to the end of the log where a hint only says that it is behind', async () => {
  const { rooms, hears } = room([1, 2, 3, 4, 5, 6]);
  rooms.behind('channel:a', 2);
  await hears(3, 4, 5, 6);
});

it('reads once more when a hint came while it was reading to the end', async () => {
  const log = [1];
  const { rooms, hears } = room(log);
  rooms.behind('channel:a', 0);
  log.push(2);
  rooms.behind('channel:a', 1);
  await hears(1, 2);
});

it('begins where its first listener stands, and catches up with the head it is shown', async () => {
  const { rooms, told, reads, hears } = room([1, 2, 3, 4]);
  rooms.begin('channel:a', 2);
  rooms.expect('channel:a', 2);
  expect([told, reads]).toEqual([[], []]);
  rooms.expect('channel:a', 4);
  await hears(3, 4);
});

it('goes on after numbers that the log leaves out', async () => {
  const { rooms, hears } = room([]);
  rooms.begin('channel:a', 2);
  rooms.expect('channel:a', 4);
  await until(
    () => rooms.headOf('channel:a'),
    (head) => head === 4,
  );
  rooms.advance('channel:a', [event(5)]);
  await hears(5);
});

it('tells nothing beyond a hole while Postgres is away, and everything when a later round finds it back', async () => {
  const { rooms, told, reads, state, hears } = room([1, 2, 3]);
  state.away = true;
  rooms.begin('channel:a', 1);
  rooms.advance('channel:a', [event(3)]);
  await until(
    () => reads.length,
    (n) => n > 0,
  );
  expect(told).toEqual([]);
  state.away = false;
  rooms.expect('channel:a', 3);
  await hears(2, 3);
});

it('tells nothing to a room that was left while it was read', async () => {
  const { rooms, told, reads } = room([1, 2]);
  rooms.behind('channel:a', 0);
  rooms.forget('channel:a');
  rooms.behind('channel:a', 1);
  await until(
    () => told.length,
    (n) => n > 0,
  );
  expect([reads.slice(0, 2), told]).toEqual([[0, 1], [2]]);
});

it('knows in which rooms something happened lately, and that beginning is nothing', () => {
  const { rooms } = room([]);
  const before = performance.now();
  rooms.begin('channel:quiet', 3);
  rooms.advance('channel:a', [event(1)]);
  expect(rooms.movedSince(before)).toEqual([['channel:a', 1]]);
  expect(rooms.movedSince(performance.now() + 1)).toEqual([]);
});

it('reads the logs of a few rooms at a time, and those that waited after them', async () => {
  const ends: (() => void)[] = [];
  const rooms = new Rooms(() => undefined);
  rooms.servedBy('person', async (_, after) => {
    if (after === 0) await new Promise<void>((resolve) => ends.push(resolve));
    return [];
  });
  for (let n = 0; n < 3; n++) rooms.behind(`person:${n}`, 0);
  await until(() => ends.length, (n) => n === 2); // prettier-ignore
  ends.splice(0).forEach((end) => end());
  await until(() => ends.length, (n) => n === 1); // prettier-ignore
});
