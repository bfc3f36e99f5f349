import { useT } from '../../../i18n';
import type { Loading } from '../use-conversation';
import styles from './message-list.module.css';

/** What is being loaded at an end of the list, or that it could not be. */
export function ListLoading({ loading, onRetry }: { loading: Loading; onRetry(): void }) {
  const t = useT();
  switch (loading) {
    case 'nothing':
      return null;
    case 'older':
      return <p className={styles.loading}>{t('channels.older_loading')}</p>;
    case 'newer':
      return <p className={styles.loading}>{t('channels.newer_loading')}</p>;
    case 'failed':
      return (
        <p className={styles.failed}>
          {t('channels.more_failed')}
          <button type="button" onClick={onRetry}>
            {t('channels.retry')}
          </button>
        </p>
      );
  }
}
