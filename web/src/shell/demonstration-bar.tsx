/** Says that nothing here is real, and as whom one is looking at it. */
import { useState } from 'react';
import { leave } from '../features/session';
import { useT } from '../i18n';
import styles from './bars.module.css';

export function DemonstrationBar({ name }: { name: string }) {
  const t = useT();
  const [failed, setFailed] = useState(false);
  return (
    <aside className={styles.demonstration} aria-label={t('demonstration.banner')}>
      <p>
        <span className={styles.long}>
          {t('demonstration.banner')} {t('demonstration.as', { name })}
        </span>
        <span className={styles.short}>{t('demonstration.banner_short')}</span>
      </p>
      <button
        type="button"
        onClick={() => {
          setFailed(false);
          leave().catch(() => setFailed(true));
        }}
      >
        {t('demonstration.other')}
      </button>
      {failed && <p role="alert">{t('nav.sign_out_failed')}</p>}
    </aside>
  );
}
