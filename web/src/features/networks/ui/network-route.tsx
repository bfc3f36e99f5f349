/** A network: what it is, how far it has come, whom to ask, its partnerships and the reader's channels. */
import type { NetworkPage } from '@hub/contracts';
import { useQuery } from '@tanstack/react-query';
import { CircleQuestionMark, Clock, Flag, Megaphone, Plus, Settings } from 'lucide-react';
import { useCollator, useFormats, useLocale, useT } from '../../../i18n';
import { Link, useParams } from '../../../router';
import { buttonClass, EmptyState, Failed, Loading, PageHeader } from '../../../ui';
import { isClosed } from '../ended';
import { looksAfter } from '../looks-after';
import { useNetworkCache } from '../network-cache';
import { NetworkChannels } from './network-channels';
import styles from './network-route.module.css';
import { PartnershipTable } from './partnership-table';
import { PersonEntry } from './person-entry';
import { YearBar } from './year-bar';

export function NetworkRoute() {
  const { networkSlug } = useParams('/n/$networkSlug');
  const t = useT();
  const { data, error, refetch } = useQuery(useNetworkCache().network(networkSlug));
  if (data) return <Network network={data} />;
  if (error) return <Failed page error={error} onRetry={() => void refetch()} />;
  return <Loading text={t('networks.loading')} />;
}

function Network({ network }: { network: NetworkPage }) {
  const t = useT();
  const { list } = useFormats();
  const { slug, formerNames } = network;
  return (
    <>
      <PageHeader lang="en" lead={<Purpose network={network} />}>
        {network.name}
      </PageHeader>
      {formerNames.length > 0 && (
        <p className={styles.former}>{t('networks.former_names', { names: list(formerNames) })}</p>
      )}
      <div className={styles.frame}>
        <YearBar network={network} size="l" />
        <Facts network={network} />
      </div>

      {isClosed(network.status) && <p className={styles.closed}>{t('networks.closed')}</p>}
      <p className={styles.reports}>
        <Clock aria-hidden size={17} />
        <Link to="/n/$networkSlug/timeline" params={{ networkSlug: slug }}>
          {t('nav.timeline')}
        </Link>
      </p>
      <p className={styles.reports}>
        <Megaphone aria-hidden size={17} />
        <Link to="/n/$networkSlug/broadcasts" params={{ networkSlug: slug }}>
          {t('networks.broadcasts')}
        </Link>
      </p>
      {!(network.myRoles.length > 0 && network.myRoles.every((role) => role === 'guest')) && (
        <p className={styles.reports}>
          <CircleQuestionMark aria-hidden size={17} />
          <Link to="/n/$networkSlug/questions" params={{ networkSlug: slug }}>
            {t('networks.questions')}
          </Link>
        </p>
      )}
      {(network.may.change || network.may.close) && (
        <p className={styles.reports}>
          <Settings aria-hidden size={17} />
          <Link to="/n/$networkSlug/settings" params={{ networkSlug: slug }}>
            {t('networks.settings')}
          </Link>
        </p>
      )}
      {looksAfter(network) && (
        <p className={styles.reports}>
          <Flag aria-hidden size={17} />
          <Link to="/n/$networkSlug/reports" params={{ networkSlug: slug }}>
            {t('networks.reports')}
          </Link>
        </p>
      )}

      <section className={styles.section} aria-labelledby="people-to-ask">
        <div className={styles.head}>
          <h2 id="people-to-ask">{t('networks.people')}</h2>
          <Link to="/n/$networkSlug/people" params={{ networkSlug: slug }}>
            {t('networks.people_all')}
          </Link>
        </div>
        {network.peopleToAsk.length === 0 ? (
          <EmptyState title={t('networks.people_none')}>{t('networks.people_none_hint')}</EmptyState>
        ) : (
          <ul className={styles.people}>
            {network.peopleToAsk.map((person) => (
              <li key={person.id}>
                <PersonEntry person={person} networkSlug={slug} />
              </li>
            ))}
          </ul>
        )}
      </section>

      <section className={styles.section} aria-labelledby="partnerships">
        <div className={styles.head}>
          <h2 id="partnerships">{t('networks.partnerships')}</h2>
          {network.may.change && (
            <Link to="/n/$networkSlug/partnerships/new" params={{ networkSlug: slug }} className={buttonClass('plain')}>
              <Plus aria-hidden size={18} />
              {t('networks.partnership_new')}
            </Link>
          )}
        </div>
        {network.partnershipCards.length === 0 ? (
          <EmptyState title={t('networks.partnerships_none')}>{t('networks.partnerships_none_hint')}</EmptyState>
        ) : (
          <PartnershipTable partnerships={network.partnershipCards} labelledBy="partnerships" />
        )}
      </section>

      <NetworkChannels network={network} />
    </>
  );
}

function Purpose({ network }: { network: NetworkPage }) {
  return (
    <p className={styles.purpose} lang="en">
      {network.purpose}
    </p>
  );
}

function Facts({ network }: { network: NetworkPage }) {
  const t = useT();
  const locale = useLocale();
  const { countryName } = useFormats();
  const collator = useCollator();
  const { theme } = network;
  return (
    <dl className={styles.facts}>
      <div>
        <dt>{t('networks.theme')}</dt>
        <dd>{theme.names[locale] ?? theme.names.en ?? theme.slug}</dd>
      </div>
      <div>
        <dt>{t('networks.region')}</dt>
        <dd lang="en">{network.region}</dd>
      </div>
      <div>
        <dt>{t('networks.round')}</dt>
        <dd>{network.round}</dd>
      </div>
      <div>
        <dt>{t('networks.status')}</dt>
        <dd>{t(`network_status.${network.status}`)}</dd>
      </div>
      {network.countries.length > 0 && (
        <div>
          <dt>{t('networks.countries')}</dt>
          <dd>{network.countries.map(countryName).sort(collator.compare).join(', ')}</dd>
        </div>
      )}
    </dl>
  );
}
