/** The quiet end of the navigation: the pages that everybody reaches and the way out. */
import { LogOut } from 'lucide-react';
import { useT } from '../i18n';
import { Link } from '../router';
import styles from './navigation.module.css';
import { SignOut } from './sign-out';

export function ShellFooter() {
  const t = useT();
  return (
    <div className={styles.footer}>
      <Link to="/help">{t('nav.help')}</Link>
      <Link to="/privacy">{t('nav.privacy')}</Link>
      <Link to="/accessibility">{t('nav.accessibility')}</Link>
      <SignOut>
        <LogOut aria-hidden size={17} />
        {t('nav.sign_out')}
      </SignOut>
    </div>
  );
}
