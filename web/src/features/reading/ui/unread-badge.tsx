/** How many messages are unread: a number for the eye, words for the ear. */
import { useT } from '../../../i18n';
import styles from './unread-badge.module.css';

const mostShown = 99;

/** What is muted is counted without being marked. */
export function UnreadBadge({ count, quiet = false }: { count: number; quiet?: boolean }) {
  const t = useT();
  if (count === 0) return null;
  return (
    <span className={styles.badge} data-quiet={quiet || undefined}>
      <span aria-hidden>{count > mostShown ? `${mostShown}+` : count}</span>
      <span className="visually-hidden">, {t('nav.unread_count', { count })}</span>
    </span>
  );
}
