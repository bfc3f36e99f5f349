/** Channels with what they are for and when something was last written there. */
import type { ChannelCard } from '@hub/contracts';
import { Hash, Lock, Megaphone } from 'lucide-react';
import { useT } from '../../../i18n';
import { Link } from '../../../router';
import { Moment } from '../../../ui';
import { isClosedGroup } from '../channel-kinds';
import styles from './channel-list.module.css';

export function ChannelList({ channels, networkSlug }: { channels: readonly ChannelCard[]; networkSlug: string }) {
  return (
    <ul className={styles.list}>
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
  return (
    <li className={styles.channel}>
      <Icon aria-hidden size={18} />
      <div className={styles.about}>
        <Link
          className={styles.name}
          to="/n/$networkSlug/c/$channelId"
          params={{ networkSlug, channelId: channel.id }}
          lang="en"
        >
          {channel.name}
        </Link>
        <p className={styles.purpose} lang="en">
          {channel.purpose}
        </p>
        {(closed || channel.archived) && (
          <p className={styles.note}>{t(channel.archived ? 'networks.channel_archived' : 'networks.channel_closed')}</p>
        )}
      </div>
      <p className={styles.when}>
        {channel.lastMessageAt === null ? t('networks.channel_quiet') : <Moment at={channel.lastMessageAt} />}
      </p>
    </li>
  );
}
