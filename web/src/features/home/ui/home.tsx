/** The first page: what was said last in all of a person's networks, and where those networks stand. */
import { useQueries, useQuery } from '@tanstack/react-query';
import { useT } from '../../../i18n';
import { Link } from '../../../router';
import { EmptyState, Failed, Loading, Moment, PageHeader } from '../../../ui';
import { useNetworkCache } from '../../networks';
import { useProfile } from '../../session';
import { latestChannels, type LatestChannel } from '../latest-channels';
import { roleWords } from '../role-words';
import { HomeNetwork } from './home-network';
import styles from './home.module.css';

const mostChannels = 8;

export function Home() {
  const t = useT();
  const person = useProfile();
  const cache = useNetworkCache();
  const { data: networks, error, refetch } = useQuery(cache.list());
  const pages = useQueries({ queries: (networks ?? []).map(({ slug }) => cache.network(slug)) });
  const loaded = pages.flatMap(({ data }) => (data ? [data] : []));
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
        <EmptyState title={t('home.networks_none')}>{t('home.networks_none_hint')}</EmptyState>
      ) : (
        <div className={styles.columns}>
          <section aria-labelledby="latest" className={styles.section}>
            <h2 id="latest">{t('home.latest')}</h2>
            <Latest latest={latestChannels(loaded, mostChannels)} named={networks.length > 1} />
          </section>
          <section aria-labelledby="networks" className={styles.section}>
            <h2 id="networks">{t('home.networks')}</h2>
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
      )}
    </>
  );
}

interface LatestProps {
  latest: readonly LatestChannel[];
  /** Whether the network is worth naming. */
  named: boolean;
}

function Latest({ latest, named }: LatestProps) {
  const t = useT();
  if (latest.length === 0) return <EmptyState title={t('home.latest_none')}>{t('home.latest_none_hint')}</EmptyState>;
  return (
    <ul className={styles.latest}>
      {latest.map(({ channel, at, network }) => (
        <li key={channel.id} className={styles.channel}>
          <div className={styles.about} lang="en">
            <Link
              className={styles.name}
              to="/n/$networkSlug/c/$channelId"
              params={{ networkSlug: network.slug, channelId: channel.id }}
            >
              {channel.name}
            </Link>
            <p className={named ? styles.more : styles.purpose}>{named ? network.name : channel.purpose}</p>
          </div>
          <Moment at={at} className={styles.when} />
        </li>
      ))}
    </ul>
  );
}
