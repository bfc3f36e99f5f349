/** The first page: what waits for this person, what was said since they were here, and where their networks stand. */
import { useQueries, useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { addTexts, useT, withTexts } from '../../../i18n';
import { Link, Redirect } from '../../../router';
import { buttonClass, EmptyState, Failed, Loading, PageHeader } from '../../../ui';
import { useNetworkCache } from '../../networks';
import { useProfile } from '../../session';
import { answersQuestions, roleWords } from '../role-words';
import { HomeNetwork } from './home-network';
import { HomeTalk } from './home-talk';
import styles from './home.module.css';

const PasskeyOffer = lazy(async () => ({
  default: (await withTexts('security', import('../../security'))).PasskeyOffer,
}));

const NextDates = lazy(async () => ({ default: (await withTexts('calendar', import('../../calendar'))).NextDates }));

const QuestionsWaiting = lazy(async () => {
  addTexts((await import('../../../rare-texts')).rareTexts);
  return { default: (await withTexts('questions', import('../../questions'))).QuestionsWaiting };
});

export function Home() {
  const { memberships } = useProfile();
  // Somebody from outside is shown the questions that are theirs, and nothing else.
  const isGuestExpert = memberships.length > 0 && memberships.every(({ role }) => role === 'guest_expert');
  return isGuestExpert ? <Redirect to="/questions" /> : <OwnHome />;
}

function OwnHome() {
  const t = useT();
  const person = useProfile();
  const cache = useNetworkCache();
  const { data: networks, error, refetch } = useQuery(cache.list());
  const pages = useQueries({ queries: (networks ?? []).map(({ slug }) => cache.network(slug)) });
  const loaded = pages.flatMap(({ data }) => (data ? [data] : []));
  const founds = person.memberships.some(({ role }) => role === 'administrator');
  const firstName = person.name.split(' ')[0] ?? person.name;

  return (
    <>
      <PageHeader
        title={t('home.title')}
        lead={t(`home.words.${roleWords(person.memberships.map(({ role }) => role))}`)}
      >
        {t('home.greeting', { name: firstName })}
      </PageHeader>
      {error && !networks ? (
        <Failed error={error} onRetry={() => void refetch()} />
      ) : !networks || loaded.length + pages.filter((page) => page.error).length < pages.length ? (
        <Loading text={t('home.loading')} />
      ) : networks.length === 0 ? (
        <EmptyState title={t('home.networks_none')}>
          {founds ? <NewNetwork /> : t('home.networks_none_hint')}
        </EmptyState>
      ) : (
        <>
          <Suspense fallback={<div className={styles.dates} />}>
            <NextDates />
          </Suspense>
          {person.memberships.some(({ role }) => answersQuestions(role)) && (
            <Suspense fallback={null}>
              <QuestionsWaiting networks={networks} />
            </Suspense>
          )}
          <div className={styles.columns}>
            <HomeTalk networks={loaded} />
            <section aria-labelledby="networks" className={styles.section}>
              <div className={styles.head}>
                <h2 id="networks">{t('home.networks')}</h2>
                {founds && <NewNetwork />}
              </div>
              <ul className={styles.networks}>
                {networks.map((network) => (
                  <li key={network.id}>
                    <HomeNetwork
                      network={network}
                      only={networks.length === 1}
                      page={loaded.find(({ id }) => id === network.id)}
                    />
                  </li>
                ))}
              </ul>
            </section>
          </div>
        </>
      )}
      <Suspense fallback={null}>
        <PasskeyOffer />
      </Suspense>
    </>
  );
}

function NewNetwork() {
  const t = useT();
  return (
    <Link to="/networks/new" className={buttonClass('plain')}>
      <Plus aria-hidden size={18} />
      {t('home.network_new')}
    </Link>
  );
}
