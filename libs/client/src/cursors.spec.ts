import type { ChannelEvent } from '@hub/contracts';
import { expect, it } from '@jest/globals';
import { Cursors } from './cursors.js';

const event = (seq: number, channelId = 'a') =>
  ({ kind: 'message.sent', channelId, seq, message: { id: `m${seq}` } }) as ChannelEvent;
const seqs = (events: ChannelEvent[]) => events.map(({ seq }) => seq);

it('passes the next, drops the old, and holds what lies beyond a gap until it is closed', () => {
  const gaps: string[] = [];
  const cursors = new Cursors((channelId) => gaps.push(channelId));
  cursors.follow('a', 3);
  expect(seqs(cursors.admit([event(2), event(3), event(4)]))).toEqual([4]);
  expect(gaps).toEqual([]);
  expect(seqs(cursors.admit([event(6), event(8)]))).toEqual([]);
  expect(new Set(gaps)).toEqual(new Set(['a']));
  expect(seqs(cursors.admit([event(5)]))).toEqual([5, 6]);
  expect(seqs(cursors.admit([event(7)]))).toEqual([7, 8]);
  expect([cursors.at('a'), cursors.isBehind('a')]).toEqual([8, false]);
});

it('starts a channel that is not followed at its first event', () => {
  const cursors = new Cursors(() => undefined);
  expect(seqs(cursors.admit([event(41)]))).toEqual([41]);
  cursors.forget('a');
  expect(cursors.all()).toEqual([]);
});

it('never jumps over what was not told, whatever is loaded meanwhile or heard of the head', () => {
  const gaps: string[] = [];
  const cursors = new Cursors((channelId) => gaps.push(channelId));
  cursors.follow('a', 3);
  cursors.follow('a', 5);
  cursors.reach('a', 2);
  cursors.reach('unknown', 9);
  expect([cursors.at('a'), cursors.isBehind('a'), gaps]).toEqual([3, true, ['a']]);
  expect(seqs(cursors.admit([event(4), event(5)]))).toEqual([4, 5]);
  expect(cursors.isBehind('a')).toBe(false);
});

it('lets go of what waits beyond the end of the channel', () => {
  const cursors = new Cursors(() => undefined);
  cursors.follow('a', 3);
  cursors.admit([event(500)]);
  cursors.end('a', 4);
  expect(cursors.isBehind('a')).toBe(true);
  cursors.end('a', 3);
  expect(cursors.isBehind('a')).toBe(false);
});

it('remembers with each cursor what its last event was about', () => {
  const cursors = new Cursors(() => undefined);
  cursors.follow('a', 3);
  expect(cursors.all()).toEqual([{ channelId: 'a', seq: 3 }]);
  cursors.admit([event(4)]);
  expect(cursors.all()).toEqual([{ channelId: 'a', seq: 4, subjectId: 'm4' }]);
  cursors.admit([{ kind: 'event.gone', channelId: 'a', seq: 5 }]);
  expect(cursors.all()).toEqual([{ channelId: 'a', seq: 5 }]);
});
