/** The same for what does not exist and what the reader may not see. */
import { useT } from '../i18n';
import { buttonClass } from './button';
import { PageHeading } from './page-header';
import styles from './states.module.css';

export function NotFound() {
  const t = useT();
  return (
    <div className={styles.failed} data-page>
      <PageHeading>{t('not_found.title')}</PageHeading>
      <p>{t('not_found.text')}</p>
      <a className={buttonClass('plain')} href="/">
        {t('not_found.home')}
      </a>
    </div>
  );
}
