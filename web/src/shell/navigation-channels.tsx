/** A network's places: its people, the reader's channels in it, and their conversations with one person. */
import type { ChannelCard } from '@hub/contracts';
import { useQuery } from '@tanstack/react-query';
import { BellOff, Clock, Hash, Lock, Megaphone, Plus, UserRound, UsersRound } from 'lucide-react';
import { usePresence } from '../features/channels/use-presence';
import { isClosedGroup } from '../features/networks/channel-kinds';
import { latestDirect } from '../features/networks/latest-direct';
import { useNetworkCache } from '../features/networks/network-cache';
import { UnreadBadge } from '../features/reading/ui/unread-badge';
import { useUnreadCounts } from '../features/reading/use-unread';
import { useProfile } from '../features/session';
import { useT } from '../i18n';
import { Link } from '../router';
import { usePlace } from '../ui';
import styles from './navigation.module.css';

export function NavigationChannels({ networkSlug }: { networkSlug: string }) {
  const t = useT();
  const { data } = useQuery(useNetworkCache().network(networkSlug));
  const unread = useUnreadCounts()?.channels;
  const here = usePlace()?.channelId;
  const channels = (data?.channels ?? []).filter(({ kind, archived }) => !archived && kind !== 'direct');
  const direct = latestDirect(data?.channels ?? [], unread, here);
  const entry = (channel: ChannelCard) => (
    <ChannelEntry
      key={channel.id}
      channel={channel}
      networkSlug={networkSlug}
      unread={unread?.get(channel.id) ?? 0}
      here={channel.id === here}
    />
  );
  return (
    <>
      <ul className={styles.channels}>
        <li>
          <Link to="/n/$networkSlug/people" params={{ networkSlug }} className={styles.channel}>
            <UsersRound aria-hidden size={16} />
            {t('nav.network_people')}
          </Link>
        </li>
        <li>
          <Link to="/n/$networkSlug/timeline" params={{ networkSlug }} className={styles.channel}>
            <Clock aria-hidden size={16} />
            {t('nav.timeline')}
          </Link>
        </li>
        {channels.map(entry)}
        <li>
          <Link to="/n/$networkSlug" params={{ networkSlug }} search={{ find: 'channels' }} className={styles.channel}>
            <Plus aria-hidden size={16} />
            {t('nav.find_channels')}
          </Link>
        </li>
      </ul>
      {direct.length > 0 && (
        <>
          <h3 className={styles.heading}>{t('nav.direct')}</h3>
          <ul className={styles.channels}>{direct.map(entry)}</ul>
        </>
      )}
    </>
  );
}

interface EntryProps {
  channel: ChannelCard;
  networkSlug: string;
  unread: number;
  here: boolean;
}

function ChannelEntry({ channel, networkSlug, unread, here }: EntryProps) {
  const t = useT();
  const direct = channel.kind === 'direct';
  const closed = !direct && isClosedGroup(channel);
  const Icon = channel.kind === 'announcements' ? Megaphone : direct ? UserRound : closed ? Lock : Hash;
  return (
    <li>
      <Link
        to="/n/$networkSlug/c/$channelId"
        params={{ networkSlug, channelId: channel.id }}
        className={styles.channel}
        data-here={here || undefined}
        data-unread={(unread > 0 && !channel.muted) || undefined}
        data-muted={channel.muted || undefined}
      >
        <Icon aria-hidden size={16} />
        <span lang={direct ? undefined : 'en'}>{channel.name}</span>
        {closed && <span className="visually-hidden">{t('nav.channels_closed_group')}</span>}
        {direct && <HereNow channelId={channel.id} />}
        {channel.muted && (
          <>
            <BellOff aria-hidden size={14} />
            <span className="visually-hidden">, {t('nav.muted')}</span>
          </>
        )}
        <UnreadBadge count={unread} quiet={channel.muted} />
      </Link>
    </li>
  );
}

function HereNow({ channelId }: { channelId: string }) {
  const t = useT();
  const { id } = useProfile();
  const other = [...usePresence(channelId)].some((one) => one !== id);
  return other && <span className={styles.present}>{t('nav.here_now')}</span>;
}
