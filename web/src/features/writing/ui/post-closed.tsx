import type { ChannelPage } from '@hub/contracts';
import { useT } from '../../../i18n';
import styles from './post-closed.module.css';

/** Why the reader cannot write here, and who can. */
export function PostClosed({ channel }: { channel: Pick<ChannelPage, 'archived' | 'kind'> }) {
  const t = useT();
  const reason = channel.archived
    ? t('channels.post_closed_archived')
    : channel.kind === 'announcements'
      ? t('channels.post_closed_announcements')
      : t('channels.post_closed');
  return <p className={styles.closed}>{reason}</p>;
}
