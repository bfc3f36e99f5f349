/** Who the other person of a direct conversation is, what time it is there, and whether they are here. */
import type { ChannelPage } from '@hub/contracts';
import { useT } from '../../../i18n';
import { LocalTime } from '../../../ui';
import { useProfile } from '../../session';
import { usePresence } from '../use-presence';
import styles from './direct-line.module.css';

export function DirectLine({ channel }: { channel: Pick<ChannelPage, 'id' | 'members' | 'muted'> }) {
  const t = useT();
  const reader = useProfile();
  const here = usePresence(channel.id);
  const other = channel.members.find(({ id }) => id !== reader.id);
  if (!other) return null;
  return (
    <p className={styles.other}>
      {other.title !== '' && <span>{other.title}</span>}
      {other.timeZone !== reader.timeZone && <LocalTime zone={other.timeZone} />}
      {here.has(other.id) && <span className={styles.here}>{t('nav.here_now')}</span>}
      {channel.muted && <span>{t('channels.muted')}</span>}
    </p>
  );
}
