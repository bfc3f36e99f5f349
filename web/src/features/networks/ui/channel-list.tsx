/** Channels with what they are for, what of them is unread and when something was last written there. */
import type { ChannelCard } from '@hub/contracts';
import { BellOff, Hash, Lock, Megaphone, UserRound } from 'lucide-react';
import { useT } from '../../../i18n';
import { Link } from '../../../router';
import { Moment } from '../../../ui';
import { useUnreadCounts } from '../../reading';
import { isClosedGroup } from '../channel-kinds';
import styles from './channel-list.module.css';

export function ChannelList({ channels, networkSlug }: { channels: readonly ChannelCard[]; networkSlug: string }) {
  const unread = useUnreadCounts()?.channels;
  return (
    <ul className={styles.list}>
      {channels.map((channel) => (
        <ChannelEntry
          key={channel.id}
          channel={channel}
          networkSlug={networkSlug}
          unread={unread?.get(channel.id) ?? 0}
        />
      ))}
    </ul>
  );
}

interface EntryProps {
  channel: ChannelCard;
  networkSlug: string;
  unread: number;
}

function ChannelEntry({ channel, networkSlug, unread }: EntryProps) {
  const t = useT();
  const direct = channel.kind === 'direct';
  const closed = !direct && isClosedGroup(channel);
  const Icon = channel.kind === 'announcements' ? Megaphone : direct ? UserRound : closed ? Lock : Hash;
  return (
    <li className={styles.channel} data-unread={(unread > 0 && !channel.muted) || undefined}>
      <Icon aria-hidden size={18} />
      <div className={styles.about}>
        <Link
          className={styles.name}
          to="/n/$networkSlug/c/$channelId"
          params={{ networkSlug, channelId: channel.id }}
          lang={direct ? undefined : 'en'}
        >
          {channel.name}
        </Link>
        {unread > 0 && (
          <span className={styles.unread} data-muted={channel.muted || undefined}>
            {t('nav.unread_new', { count: unread })}
          </span>
        )}
        {channel.purpose !== '' && (
          <p className={styles.purpose} lang="en">
            {channel.purpose}
          </p>
        )}
        {(closed || channel.archived || channel.muted) && (
          <p className={styles.note}>
            {(closed || channel.archived) && (
              <span>{t(channel.archived ? 'networks.channel_archived' : 'networks.channel_closed')}</span>
            )}
            {channel.muted && (
              <span>
                <BellOff aria-hidden size={14} /> {t('nav.muted')}
              </span>
            )}
          </p>
        )}
      </div>
      <p className={styles.when}>
        {channel.lastMessageAt === null ? t('networks.channel_quiet') : <Moment at={channel.lastMessageAt} />}
      </p>
    </li>
  );
}
