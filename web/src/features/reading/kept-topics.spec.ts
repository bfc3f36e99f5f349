import { describe, expect, it } from '@jest/globals';
import type { UnreadTopic } from '@hub/contracts';
import { shownChannels, type UnreadChannel } from './kept-topics';

const topic = (id: string, day: number, unread = 1) =>
  ({ id, lastMessageAt: `2026-03-0${day}T08:00:00Z`, reading: { epoch: 0, seq: 1, unread } }) as UnreadTopic;
const channel = (id: string, ...topics: UnreadTopic[]) => ({ id, name: id, topics }) as UnreadChannel;
const lines = (shown: ReturnType<typeof shownChannels>) =>
  shown.map(
    ({ id, topics }) => `${id}: ${topics.map((one) => `${one.topic.id}${one.done ? ' read' : ''}`).join(', ')}`,
  );

describe('shownChannels', () => {
  const pumps = topic('pumps', 5);
  const wells = topic('wells', 3);
  const water = channel('water', pumps, wells);

  it('puts the latest first, in channels and between them', () => {
    const trees = channel('trees', topic('mango', 4));
    expect(lines(shownChannels([trees, channel('water', wells, pumps)], new Map()))).toEqual([
      'water: pumps, wells',
      'trees: mango',
    ]);
  });

  it('keeps what was marked as read where it was, also in a channel that has nothing else', () => {
    const kept = new Map([['pumps', { channel: water, topic: pumps }]]);
    expect(lines(shownChannels([channel('water', wells)], kept))).toEqual(['water: pumps read, wells']);
    expect(lines(shownChannels([], kept))).toEqual(['water: pumps read']);
  });

  it('shows as unread again what has something new', () => {
    const kept = new Map([['pumps', { channel: water, topic: pumps }]]);
    expect(lines(shownChannels([channel('water', topic('pumps', 6))], kept))).toEqual(['water: pumps']);
  });

  it('leaves out a topic in which nothing is unread', () => {
    expect(shownChannels([channel('water', topic('pumps', 5, 0))], new Map())).toEqual([]);
  });
});
