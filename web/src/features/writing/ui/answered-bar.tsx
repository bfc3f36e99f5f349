import { Reply, X } from 'lucide-react';
import { useT } from '../../../i18n';
import type { Answered } from '../drafts';
import styles from './answered-bar.module.css';

/** Above the text: the message that it answers. */
export function AnsweredBar({ id, answered, onRemove }: { id: string; answered: Answered; onRemove(): void }) {
  const t = useT();
  return (
    <div className={styles.answered}>
      <p id={id}>
        <Reply aria-hidden size={16} />
        <span className={styles.answeredAuthor}>{t('channels.answering', { author: answered.author })}</span>
        <span className={styles.answeredText}>{answered.excerpt}</span>
      </p>
      <button type="button" aria-label={t('channels.answering_not')} onClick={onRemove}>
        <X aria-hidden size={18} />
      </button>
    </div>
  );
}
