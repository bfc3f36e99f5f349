/** That this device has changes of it which the hub does not, and what that means for what is sent. */
import type { BroadcastPage } from '@hub/contracts';
import { CircleAlert } from 'lucide-react';
import { useT } from '../../../i18n';
import styles from './broadcasts.module.css';

export function Unsaved({ page: { status } }: { page: BroadcastPage }) {
  const t = useT();
  return (
    <p className={styles.returned} role="status">
      <CircleAlert aria-hidden size={20} />
      <span>
        <strong>{t('broadcasts.unsaved')}</strong>{' '}
        {t(status === 'scheduled' ? 'broadcasts.unsaved_scheduled' : 'broadcasts.unsaved_draft')}
      </span>
    </p>
  );
}
