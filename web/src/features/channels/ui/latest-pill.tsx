import { ArrowDown } from 'lucide-react';
import { useT } from '../../../i18n';
import styles from './message-list.module.css';

/** The way back to the bottom, and how much has arrived there meanwhile. */
export function LatestPill({ count, onPress }: { count: number; onPress(): void }) {
  const t = useT();
  return (
    <button type="button" className={styles.pill} onClick={onPress}>
      <ArrowDown aria-hidden size={16} />
      {count > 0 ? t('channels.jump_new', { count }) : t('channels.jump_latest')}
    </button>
  );
}
