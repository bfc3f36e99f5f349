/** Before the app: the way in, and the pages that are open to whoever is not in. In a demonstration: ten people to be. */
import { createElement, lazy, Suspense } from 'react';
import { useT, withTexts } from '../../../i18n';
import { Mark } from '../../../ui/mark';
import { PageHeading } from '../../../ui/page-header';
import { entrancePage, LetterForm } from '../../entrance';
import { openPage } from '../../help';
import { LanguageSwitch } from './language-switch';
import { DemonstrationPeople } from './demonstration-people';
import styles from './sign-in.module.css';

const ProviderSignIn = lazy(async () => ({
  default: (await withTexts('security', import('../../security/entrance'))).ProviderSignIn,
}));
const PasskeySignIn = lazy(async () => ({
  default: (await withTexts('security', import('../../security/entrance'))).PasskeySignIn,
}));

interface Props {
  demonstration: boolean;
  /** Whether the hub sends letters. */
  letters: boolean;
  /** The session ended without the reader's doing. */
  ended: boolean;
}

export function SignIn(props: Props) {
  const t = useT();
  const page = entrancePage(location.pathname) ?? openPage(location.pathname);
  return (
    <div className={styles.page}>
      <header className={styles.bar}>
        <a href="/" className={styles.product}>
          <Mark size={30} />
          Samverka
        </a>
        <LanguageSwitch />
      </header>
      <main className={page ? styles.reading : styles.main}>
        {page ? <Suspense fallback={null}>{createElement(page)}</Suspense> : <WayIn {...props} />}
      </main>
      <footer className={styles.footer}>
        {page && <a href="/">{t('nav.back')}</a>}
        <a href="/help">{t('nav.help')}</a>
        <a href="/privacy">{t('nav.privacy')}</a>
        <a href="/accessibility">{t('nav.accessibility')}</a>
        {props.demonstration && <a href="/demo/mailbox">{t('session.mailbox')}</a>}
      </footer>
    </div>
  );
}

function WayIn({ demonstration, letters, ended }: Props) {
  const t = useT();
  return (
    <>
      <div className={styles.what}>
        <PageHeading className={styles.heading} title={t('session.title')}>
          {t('app.tagline')}
        </PageHeading>
        <p className={styles.lead}>{t('session.lead')}</p>
      </div>
      <div className={styles.ways}>
        {ended && (
          <p role="alert" className={styles.ended}>
            {t('session.ended')}
          </p>
        )}
        {demonstration && (
          <section className={styles.way} aria-labelledby="choose">
            <h2 id="choose">{t('session.choose')}</h2>
            <DemonstrationPeople />
          </section>
        )}
        <section className={styles.way} aria-labelledby="way-in">
          <h2 id="way-in">{t(demonstration ? 'session.by_letter' : 'session.title')}</h2>
          {letters ? <LetterForm demonstration={demonstration} /> : <p>{t('session.no_way')}</p>}
          <Suspense fallback={null}>
            <PasskeySignIn />
            <ProviderSignIn />
          </Suspense>
        </section>
      </div>
    </>
  );
}
