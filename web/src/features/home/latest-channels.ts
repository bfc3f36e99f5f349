import type { ChannelCard, NetworkPage } from '@hub/contracts';

export interface LatestChannel {
  channel: ChannelCard;
  at: string;
  network: Pick<NetworkPage, 'slug' | 'name'>;
}

/** The channels of several networks in which something was written last, the latest first. */
export function latestChannels(networks: readonly NetworkPage[], most: number): LatestChannel[] {
  return networks
    .flatMap((network) =>
      network.channels.flatMap((channel) =>
        channel.lastMessageAt === null || channel.archived ? [] : [{ channel, at: channel.lastMessageAt, network }],
      ),
    )
    .sort((a, b) => b.at.localeCompare(a.at))
    .slice(0, most);
}
