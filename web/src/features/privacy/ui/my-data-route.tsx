/** One's own data: a copy, where to correct it, and how to be erased. */
import { Download } from 'lucide-react';
import { useT } from '../../../i18n';
import { Link } from '../../../router';
import { buttonClass, PageHeader, Path } from '../../../ui';
import { useIsAdministrator } from '../use-requests';
import { Erasure } from './erasure';
import styles from './privacy.module.css';

export function MyDataRoute() {
  const t = useT();
  const administrator = useIsAdministrator();
  return (
    <div className={styles.page}>
      <PageHeader
        lead={t('mydata.lead')}
        path={
          <Path>
            <Link to="/settings">{t('nav.settings')}</Link>
          </Path>
        }
      >
        {t('mydata.title')}
      </PageHeader>
      <section aria-labelledby="copy" className={styles.section}>
        <h2 id="copy">{t('mydata.copy_heading')}</h2>
        <p>{t('mydata.copy')}</p>
        <a
          href="/api/privacy/export"
          download="samverka-my-data.json"
          className={buttonClass()}
          aria-describedby="copy-hint"
        >
          <Download aria-hidden size={18} />
          {t('mydata.download')}
        </a>
        <p id="copy-hint" className={styles.hint}>
          {t('mydata.download_hint')}
        </p>
      </section>
      <section aria-labelledby="correct" className={styles.section}>
        <h2 id="correct">{t('mydata.correct_heading')}</h2>
        <p>{t('mydata.correct')}</p>
        <Link to="/settings">{t('mydata.correct_link')}</Link>
      </section>
      <Erasure />
      <p>
        <Link to="/privacy">{t('mydata.notice')}</Link>
      </p>
      {administrator && (
        <p>
          <Link to="/admin/requests">{t('requests.title')}</Link>
        </p>
      )}
    </div>
  );
}
