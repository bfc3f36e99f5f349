/** For administrators: every network, the themes they work on, and what a new network is made with. */
import type { ThemeList } from '@hub/contracts';
import { useQuery } from '@tanstack/react-query';
import { useCollator, useLocale, useT } from '../../../i18n';
import { Link } from '../../../router';
import { buttonClass, EmptyState, Failed, Loading, PageHeader, Path } from '../../../ui';
import { useProfile } from '../../session';
import { useNetworkCache } from '../network-cache';
import { NetworkTable } from './network-table';
import styles from './networks-care.module.css';
import { TemplateChannelList } from './template-channel-list';
import { ThemeAdd } from './theme-add';
import { ThemeItem } from './theme-item';

export function NetworksCareRoute() {
  const t = useT();
  const { memberships } = useProfile();
  const administrates = memberships.some(({ role }) => role === 'administrator');
  return (
    <div className={styles.page}>
      <PageHeader
        path={
          <Path>
            <Link to="/admin">{t('nav.administration')}</Link>
          </Path>
        }
        lead={administrates && t('networks_care.lead')}
      >
        {t('networks_care.title')}
      </PageHeader>
      {administrates ? (
        <>
          <Networks />
          <Themes />
        </>
      ) : (
        <EmptyState title={t('networks_care.only')}>{t('networks_care.only_hint')}</EmptyState>
      )}
    </div>
  );
}

function Networks() {
  const t = useT();
  const { data: networks, error, refetch } = useQuery(useNetworkCache().list());
  return (
    <section aria-labelledby="networks" className={styles.section}>
      <h2 id="networks">{t('networks_care.networks')}</h2>
      {!networks && error && <Failed error={error} onRetry={() => void refetch()} />}
      {!networks && !error && <Loading text={t('field.loading')} />}
      {networks?.length === 0 && (
        <EmptyState title={t('networks_care.none')}>{t('networks_care.none_hint')}</EmptyState>
      )}
      {networks && networks.length > 0 && <NetworkTable networks={networks} />}
      <p>
        <Link to="/networks/new" className={buttonClass('plain')}>
          {t('networks_care.new')}
        </Link>
      </p>
    </section>
  );
}

function Themes() {
  const t = useT();
  const { data, error, refetch } = useQuery(useNetworkCache().themes());
  return (
    <section aria-labelledby="themes" className={styles.section}>
      <h2 id="themes" tabIndex={-1}>
        {t('networks_care.themes')}
      </h2>
      {!data && error && <Failed error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading text={t('field.loading')} />}
      {data && <ThemeItems list={data} />}
    </section>
  );
}

function ThemeItems({ list }: { list: ThemeList }) {
  const t = useT();
  const locale = useLocale();
  const collator = useCollator();
  const nameOf = ({ names, slug }: ThemeList['themes'][number]) => names[locale] ?? names.en ?? slug;
  const themes = list.themes.toSorted((a, b) => collator.compare(nameOf(a), nameOf(b)));
  return (
    <>
      <ul className={styles.themes}>
        {themes.map((theme) => (
          <ThemeItem key={theme.id} theme={theme} name={nameOf(theme)} />
        ))}
      </ul>
      <ThemeAdd />
      <details className={styles.template}>
        <summary>{t('networks_care.common')}</summary>
        <TemplateChannelList channels={list.common} />
      </details>
    </>
  );
}
