import { describe, expect, it } from '@jest/globals';
import type { ChannelCard, HubEvent, Message } from '@hub/contracts';
import { foldChannels } from './fold-channels';

const channel = (id: string, lastSeq: number) => ({ id, lastSeq, lastMessageAt: null }) as ChannelCard;
const sent = (channelId: string, seq: number): HubEvent => ({
  kind: 'message.sent',
  channelId,
  seq,
  topicTitle: 'T',
  message: { sentAt: `2026-03-0${seq}T08:00:00Z` } as Message,
});

describe('foldChannels', () => {
  const page = { channels: [channel('a', 1), channel('b', 3)] };

  it('brings the latest message of a channel up to date', () => {
    const { channels } = foldChannels(page, [sent('a', 2), sent('a', 3)]);
    expect(channels).toEqual([{ ...channel('a', 3), lastMessageAt: '2026-03-03T08:00:00Z' }, page.channels[1]]);
  });

  it('keeps the same page when an event is old or of another channel', () => {
    expect(foldChannels(page, [sent('b', 3), sent('c', 9)])).toBe(page);
  });
});
