import type { ChannelCard } from '@hub/contracts';
import { useQuery } from '@tanstack/react-query';
import { Hash, Lock, Megaphone, UsersRound } from 'lucide-react';
import { isClosedGroup } from '../features/networks/channel-kinds';
import { useNetworkCache } from '../features/networks/network-cache';
import { useT } from '../i18n';
import { Link } from '../router';
import { usePlace } from '../ui';
import styles from './navigation.module.css';

export function NavigationChannels({ networkSlug }: { networkSlug: string }) {
  const t = useT();
  const { data } = useQuery(useNetworkCache().network(networkSlug));
  const channels = (data?.channels ?? []).filter((channel) => !channel.archived);
  return (
    <ul className={styles.channels}>
      <li>
        <Link to="/n/$networkSlug/people" params={{ networkSlug }} className={styles.channel}>
          <UsersRound aria-hidden size={16} />
          {t('nav.network_people')}
        </Link>
      </li>
      {channels.map((channel) => (
        <ChannelEntry key={channel.id} channel={channel} networkSlug={networkSlug} />
      ))}
    </ul>
  );
}

function ChannelEntry({ channel, networkSlug }: { channel: ChannelCard; networkSlug: string }) {
  const t = useT();
  const closed = isClosedGroup(channel);
  const Icon = channel.kind === 'announcements' ? Megaphone : closed ? Lock : Hash;
  const here = usePlace()?.channelId === channel.id;
  return (
    <li>
      <Link
        to="/n/$networkSlug/c/$channelId"
        params={{ networkSlug, channelId: channel.id }}
        className={styles.channel}
        data-here={here || undefined}
      >
        <Icon aria-hidden size={16} />
        <span lang="en">{channel.name}</span>
        {closed && <span className="visually-hidden">{t('nav.channels_closed_group')}</span>}
      </Link>
    </li>
  );
}
