import type { ChannelEvent } from '@hub/contracts';
import { expect, it } from '@jest/globals';
import { Cursors } from './cursors.js';

const event = (seq: number, channelId = 'a') => ({ kind: 'message.sent', channelId, seq }) as ChannelEvent;
const seqs = (events: ChannelEvent[]) => events.map(({ seq }) => seq);

it('passes the next, drops the old, and holds what lies beyond a gap until it is closed', () => {
  const gaps: string[] = [];
  const cursors = new Cursors((channelId) => gaps.push(channelId));
  cursors.follow('a', 3);
  expect(seqs(cursors.admit([event(2), event(3), event(4)]))).toEqual([4]);
  expect(seqs(cursors.admit([event(6), event(8)]))).toEqual([]);
  expect(gaps).toEqual(['a']);
  expect(seqs(cursors.admit([event(5)]))).toEqual([5, 6]);
  expect(seqs(cursors.admit([event(7)]))).toEqual([7, 8]);
  expect(cursors.at('a')).toBe(8);
});

it('starts a channel that is not followed at its first event, and never moves back', () => {
  const cursors = new Cursors(() => undefined);
  expect(seqs(cursors.admit([event(41)]))).toEqual([41]);
  cursors.follow('a', 7);
  expect(cursors.at('a')).toBe(41);
  cursors.forget('a');
  expect(cursors.all()).toEqual([]);
});
