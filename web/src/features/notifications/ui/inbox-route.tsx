/** What concerns the reader, newest first. Nothing moves when it is read. */
import { useQuery } from '@tanstack/react-query';
import { CheckCheck } from 'lucide-react';
import { useRef, useState } from 'react';
import { announce } from '../../../a11y';
import { useT } from '../../../i18n';
import { useInboxCache } from '../use-inbox';
import { InboxItem } from './inbox-item';
import styles from './inbox.module.css';

export function InboxRoute() {
  const t = useT();
  const inbox = useInboxCache();
  const { data, error } = useQuery(inbox.list());
  const list = useRef<HTMLUListElement>(null);
  const [failed, setFailed] = useState(false);

  if (error) return <Failed />;
  if (!data) return <Loading text={t('notifications.loading')} />;

  const mark = async (ids?: string[]) => {
    setFailed(false);
    try {
      await inbox.read(ids);
      announce(t(ids ? 'notifications.marked' : 'notifications.marked_all'));
    } catch {
      setFailed(true);
    }
  };

  return (
    <div className={styles.inbox}>
      <header className={styles.header}>
        <h1>{t('notifications.title')}</h1>
        {data.notifications.length > 0 && <p className={styles.unread}>{t('notifications.unread_count', { count: data.unread })}</p>}
        {data.unread > 0 && (
          <button
            type="button"
            className={styles.markAll}
            onClick={() => {
              void mark();
              list.current?.querySelector('a')?.focus();
            }}
          >
            <CheckCheck aria-hidden size={18} />
            {t('notifications.mark_all')}
          </button>
        )}
      </header>
      {failed && (
        <p role="alert" className={styles.failed}>
          {t('notifications.mark_failed')}
        </p>
      )}
      {data.notifications.length === 0 ? (
        <div className={styles.empty}>
          <p>{t('notifications.none')}</p>
          <p>{t('notifications.none_hint')}</p>
        </div>
      ) : (
        <ul ref={list} className={styles.list}>
          {data.notifications.map((notification) => (
            <InboxItem key={notification.id} notification={notification} onRead={() => void mark([notification.id])} />
          ))}
        </ul>
      )}
    </div>
  );
}
