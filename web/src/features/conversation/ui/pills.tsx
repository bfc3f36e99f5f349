/** The ways to what is new: to the bottom of the list, and up to where the news begins. */
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useT } from '../../../i18n';
import styles from './message-list.module.css';

interface Props {
  count: number;
  onPress(): void;
}

/** The way back to the bottom, and how much has arrived there meanwhile. */
export function LatestPill({ count, onPress }: Props) {
  const t = useT();
  return (
    <div className={styles.below}>
      <button type="button" className={styles.pill} onClick={onPress}>
        <ArrowDown aria-hidden size={16} />
        {count > 0 ? t('channels.jump_new', { count }) : t('channels.jump_latest')}
      </button>
    </div>
  );
}

export function UnreadPill({ count, onPress }: Props) {
  const t = useT();
  return (
    <div className={styles.above}>
      <button type="button" className={styles.pill} onClick={onPress}>
        <ArrowUp aria-hidden size={16} />
        {t('channels.jump_unread', { count })}
      </button>
    </div>
  );
}
