import { describe, expect, it } from '@jest/globals';
import type { UnreadList } from '@hub/contracts';
import { unreadCounts } from './unread-counts';

type Channel = UnreadList['channels'][number];

const channel = (id: string, slug: string, muted: boolean, ...unread: number[]) =>
  ({ id, muted, network: { slug }, topics: unread.map((one) => ({ reading: { unread: one } })) }) as Channel;

describe('unreadCounts', () => {
  it('adds up by channel and network, and leaves out of the sums what is muted', () => {
    const { channels, networks, total } = unreadCounts({
      channels: [
        channel('water', 'climate', false, 2, 3),
        channel('trees', 'climate', true, 9),
        channel('youth', 'rights', false, 1),
        channel('read', 'rights', false, 0),
      ],
    });
    expect([...channels]).toEqual([
      ['water', 5],
      ['trees', 9],
      ['youth', 1],
    ]);
    expect([...networks]).toEqual([
      ['climate', 5],
      ['rights', 1],
    ]);
    expect(total).toBe(6);
  });
});
