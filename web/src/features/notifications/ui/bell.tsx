/** How much waits in the inbox, and the way there. */
import type { Notification } from '@hub/contracts';
import { useQuery } from '@tanstack/react-query';
import { Bell as BellIcon } from 'lucide-react';
import { announce } from '../../../a11y';
import { t as said, useT, withTexts } from '../../../i18n';
import { useHubEvents } from '../../../live';
import { Link } from '../../../router';
import { useInboxCache } from '../use-inbox';
import styles from './bell.module.css';

const mostShown = 99;

/** Its words come with the first that is told. */
async function speak(notification: Notification): Promise<void> {
  const { whatText } = await withTexts('inbox', import('../what-text'));
  announce(whatText(said, notification));
}

export function Bell() {
  const t = useT();
  const { data } = useQuery(useInboxCache().list());
  const unread = data?.unread ?? 0;

  useHubEvents((events) => {
    for (const event of events) {
      if (event.kind !== 'notification.created') continue;
      const { notification } = event;
      // What is written in the open topic is read aloud there.
      if ('topicId' in notification && location.pathname === `/t/${notification.topicId}`) continue;
      void speak(notification);
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
