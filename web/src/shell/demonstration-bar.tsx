/** Says that nothing here is real, and as whom one is looking at it. */
import { useT } from '../i18n';
import { Link } from '../router';
import styles from './bars.module.css';
import { SignOut } from './sign-out';

export function DemonstrationBar({ name }: { name: string }) {
  const t = useT();
  return (
    <aside className={styles.demonstration} aria-label={t('demonstration.banner')}>
      <p>
        <span className={styles.long}>
          {t('demonstration.banner')} {t('demonstration.as', { name })}
        </span>
        <span className={styles.short}>{t('demonstration.banner_short')}</span>
      </p>
      <Link to="/demo/mailbox">{t('demonstration.mailbox')}</Link>
      <SignOut>{t('demonstration.other')}</SignOut>
    </aside>
  );
}
