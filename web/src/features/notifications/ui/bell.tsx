/** How much waits in the inbox, and the way there. */
import { useQuery } from '@tanstack/react-query';
import { Bell as BellIcon } from 'lucide-react';
import { announce } from '../../../a11y';
import { useT } from '../../../i18n';
import { useHubEvents } from '../../../live';
import { Link } from '../../../router';
import { useInboxCache } from '../use-inbox';
import { whatText } from '../what-text';
import styles from './bell.module.css';

const mostShown = 99;

export function Bell() {
  const t = useT();
  const { data } = useQuery(useInboxCache().list());
  const unread = data?.unread ?? 0;

  useHubEvents((events) => {
    for (const event of events) {
      if (event.kind !== 'notification.created') continue;
      const { notification } = event;
      // What is written in the open topic is read aloud there.
      if (notification.kind === 'mention' && location.pathname === `/t/${notification.topicId}`) continue;
      announce(whatText(t, notification));
    }
  });

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
