/** The way in. In a demonstration: ten people to be, each one click away. */
import { lazy, Suspense } from 'react';
import { useT } from '../../../i18n';
import { Mark } from '../../../ui/mark';
import { PageHeading } from '../../../ui/page-header';
import { LanguageSwitch } from './language-switch';
import { DemonstrationPeople } from './demonstration-people';
import styles from './sign-in.module.css';

const Accessibility = lazy(async () => ({ default: (await import('../../../shell/accessibility')).Accessibility }));

interface Props {
  demonstration: boolean;
  /** The session ended without the reader's doing. */
  ended: boolean;
}

export function SignIn({ demonstration, ended }: Props) {
  const t = useT();
  const statement = location.pathname === '/accessibility';
  return (
    <div className={styles.page}>
      <header className={styles.bar}>
        <a href="/" className={styles.product}>
          <Mark size={30} />
          Samverka
        </a>
        <LanguageSwitch />
      </header>
      <main className={styles.main}>
        {statement ? (
          <Suspense fallback={null}>
            <Accessibility />
          </Suspense>
        ) : (
          <>
            <div className={styles.what}>
              <PageHeading className={styles.heading} title={t('session.title')}>
                {t('app.tagline')}
              </PageHeading>
              <p className={styles.lead}>{t('session.lead')}</p>
            </div>
            <section className={styles.way} aria-labelledby="way-in">
              {ended && (
                <p role="alert" className={styles.ended}>
                  {t('session.ended')}
                </p>
              )}
              <h2 id="way-in">{t(demonstration ? 'session.choose' : 'session.title')}</h2>
              {demonstration ? <DemonstrationPeople /> : <p>{t('session.no_way')}</p>}
            </section>
          </>
        )}
      </main>
      <footer className={styles.footer}>
        {statement ? (
          <a href="/">{t('accessibility.back')}</a>
        ) : (
          <a href="/accessibility">{t('accessibility.title')}</a>
        )}
      </footer>
    </div>
  );
}
