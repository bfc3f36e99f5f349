import { useT } from '../../../i18n';
import type { Marking } from '../use-marking';
import styles from './since.module.css';

/** Says that the latest mark could not be stored; nothing otherwise. */
export function MarkingFailed({ marking }: { marking: Marking }) {
  const t = useT();
  if (!marking.failed) return null;
  return (
    <p role="alert" className={styles.failed}>
      {t('unread.failed')}
    </p>
  );
}
