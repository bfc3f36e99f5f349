/** The quiet end of the navigation: the accessibility statement and the way out. */
import { LogOut } from 'lucide-react';
import { useState } from 'react';
import { leave } from '../features/session';
import { useT } from '../i18n';
import { Link } from '../router';
import styles from './navigation.module.css';

export function ShellFooter() {
  const t = useT();
  const [failed, setFailed] = useState(false);
  return (
    <div className={styles.footer}>
      <Link to="/accessibility">{t('nav.accessibility')}</Link>
      <button
        type="button"
        onClick={() => {
          setFailed(false);
          leave().catch(() => setFailed(true));
        }}
      >
        <LogOut aria-hidden size={17} />
        {t('nav.sign_out')}
      </button>
      {failed && <p role="alert">{t('nav.sign_out_failed')}</p>}
    </div>
  );
}
