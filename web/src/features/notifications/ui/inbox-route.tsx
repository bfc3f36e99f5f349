/** What concerns the reader, newest first. Nothing moves when it is read. */
import { useQuery } from '@tanstack/react-query';
import { CheckCheck } from 'lucide-react';
import { useRef, useState } from 'react';
import { announce } from '../../../a11y';
import { useT } from '../../../i18n';
import { Button, EmptyState, Failed, Loading, PageHeader } from '../../../ui';
import { useInboxCache } from '../use-inbox';
import { InboxItem } from './inbox-item';
import styles from './inbox.module.css';

export function InboxRoute() {
  const t = useT();
  const inbox = useInboxCache();
  const { data, error, refetch } = useQuery(inbox.list());
  const list = useRef<HTMLUListElement>(null);
  const [failed, setFailed] = useState(false);

  if (!data) {
    if (error) return <Failed page error={error} onRetry={() => void refetch()} />;
    return <Loading text={t('notifications.loading')} />;
  }

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
      <PageHeader
        lead={data.notifications.length > 0 ? t('notifications.unread_count', { count: data.unread }) : undefined}
        actions={
          data.unread > 0 && (
            <Button
              look="quiet"
              onClick={() => {
                void mark();
                list.current?.querySelector('a')?.focus();
              }}
            >
              <CheckCheck aria-hidden size={18} />
              {t('notifications.mark_all')}
            </Button>
          )
        }
      >
        {t('notifications.title')}
      </PageHeader>
      {failed && (
        <p role="alert" className={styles.failed}>
          {t('notifications.mark_failed')}
        </p>
      )}
      {data.notifications.length === 0 ? (
        <EmptyState title={t('notifications.none')}>{t('notifications.none_hint')}</EmptyState>
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
