/** How much waits in the inbox, and the way there. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Bell as BellIcon } from 'lucide-react';
import { useT } from '../../../i18n';
import { useInboxCache } from '../use-inbox';
import styles from './bell.module.css';

const mostShown = 99;

export function Bell() {
  const t = useT();
  const { data } = useQuery(useInboxCache().list());
  const unread = data?.unread ?? 0;
  return (
    <Link to="/inbox" className={styles.bell} aria-label={t('notifications.bell', { count: unread })}>
      <BellIcon aria-hidden size={22} />
      {unread > 0 && (
        <span className={styles.count} aria-hidden>
          {unread > mostShown ? `${mostShown}+` : unread}
        </span>
      )}
    </Link>
  );
}
