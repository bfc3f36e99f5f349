/** How much is unread where: numbers for the navigation and the window's title. */
import type { UnreadList } from '@hub/contracts';

export interface UnreadCounts {
  /** Messages by channel; channels with none are left out. */
  channels: ReadonlyMap<string, number>;
  /** By the slug of the network, without muted channels. */
  networks: ReadonlyMap<string, number>;
  /** Without muted channels. */
  total: number;
}

type Channel = UnreadList['channels'][number];

export function unreadIn({ topics }: Pick<Channel, 'topics'>): number {
  return topics.reduce((sum, { reading }) => sum + reading.unread, 0);
}

export function unreadCounts(list: UnreadList): UnreadCounts {
  const channels = new Map<string, number>();
  const networks = new Map<string, number>();
  let total = 0;
  for (const channel of list.channels) {
    const unread = unreadIn(channel);
    if (unread === 0) continue;
    channels.set(channel.id, unread);
    if (channel.muted) continue;
    networks.set(channel.network.slug, (networks.get(channel.network.slug) ?? 0) + unread);
    total += unread;
  }
  return { channels, networks, total };
}
