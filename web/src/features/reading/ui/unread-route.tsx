/** Everything unread in all networks: conversations with one person first, then the channels. */
import { useT } from '../../../i18n';
import { EmptyState, Failed, Loading, PageHeader } from '../../../ui';
import { useMarking } from '../use-marking';
import { useUnread, useUnreadCounts } from '../use-unread';
import { MarkingFailed } from './marking-failed';
import { SinceList } from './since-list';
import styles from './since.module.css';

export function UnreadRoute() {
  const t = useT();
  const { data, error, refetch } = useUnread();
  const counts = useUnreadCounts();
  const marking = useMarking(data?.channels ?? none);
  if (!data) {
    if (error) return <Failed page error={error} onRetry={() => void refetch()} />;
    return <Loading text={t('unread.loading')} />;
  }
  const direct = marking.shown.filter(({ kind }) => kind === 'direct');
  const others = marking.shown.filter(({ kind }) => kind !== 'direct');
  const named = new Set(marking.shown.map(({ network }) => network.slug)).size > 1;
  return (
    <div className={styles.page}>
      <PageHeader lead={t('unread.count', { count: counts?.total ?? 0 })}>{t('unread.title')}</PageHeader>
      <MarkingFailed marking={marking} />
      {marking.shown.length === 0 && <EmptyState title={t('unread.none')}>{t('unread.none_hint')}</EmptyState>}
      {direct.length > 0 && (
        <section aria-labelledby="unread-direct">
          <h2 id="unread-direct">{t('nav.direct')}</h2>
          <SinceList channels={direct} marking={marking} named={named} />
        </section>
      )}
      {others.length > 0 && (
        <section aria-labelledby="unread-channels">
          <h2 id="unread-channels">{t('unread.channels')}</h2>
          <SinceList channels={others} marking={marking} named={named} />
        </section>
      )}
    </div>
  );
}

const none: never[] = [];
