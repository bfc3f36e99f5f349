import { describe, expect, it } from '@jest/globals';
import type { ChannelCard } from '@hub/contracts';
import { latestDirect } from './latest-direct';

const direct = (id: string, lastMessageAt: string | null, kind = 'direct') =>
  ({ id, kind, lastMessageAt }) as ChannelCard;
const ids = (channels: ChannelCard[]) => channels.map(({ id }) => id);

describe('latestDirect', () => {
  it('leaves out channels, and conversations in which nobody has said anything', () => {
    const channels = [
      direct('old', '2026-01'),
      direct('empty', null),
      direct('new', '2026-03'),
      direct('c', '2026-04', 'thematic'),
    ];
    expect(ids(latestDirect(channels, undefined, undefined))).toEqual(['new', 'old']);
    expect(ids(latestDirect(channels, undefined, 'empty'))).toEqual(['new', 'old', 'empty']);
  });

  it('shows the latest, and of the older ones those with something unread', () => {
    const channels = Array.from({ length: 12 }, (_, index) => direct(`${index}`, `2026-01-${31 - index}`));
    expect(ids(latestDirect(channels, new Map([['10', 1]]), undefined))).toEqual('0 1 2 3 4 5 6 7 10'.split(' '));
  });
});
