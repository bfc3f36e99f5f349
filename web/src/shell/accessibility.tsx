/** The accessibility statement, readable by everybody, signed in or not. */
import { useT } from '../i18n';
import { PageHeader } from '../ui';
import styles from './accessibility.module.css';

export function Accessibility() {
  const t = useT();
  return (
    <article>
      <PageHeader lead={t('accessibility.lead')}>{t('accessibility.title')}</PageHeader>
      <div className={styles.text}>
        <h2>{t('accessibility.level_heading')}</h2>
        <p>{t('accessibility.level')}</p>
        <h2>{t('accessibility.known_heading')}</h2>
        <p>{t('accessibility.known')}</p>
        <h2>{t('accessibility.report_heading')}</h2>
        <p>{t('accessibility.report')}</p>
      </div>
    </article>
  );
}
