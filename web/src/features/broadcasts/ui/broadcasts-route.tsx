/** A network's broadcasts: what was sent to the reader, and, for those who send them, what is about to be and who was reached. */
import type { BroadcastCard, NetworkPage } from '@hub/contracts';
import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useFormats, useT } from '../../../i18n';
import { Link, useParams } from '../../../router';
import { buttonClass, EmptyState, Failed, Loading, Moment, PageHeader, useHere } from '../../../ui';
import pages from '../../../ui/pages.module.css';
import { useNetworkCache } from '../../networks';
import { useBroadcastList } from '../use-broadcasts';
import { usePlaces } from '../use-places';
import { BroadcastPath } from './broadcast-path';
import styles from './broadcasts.module.css';
import { State } from './state';

export function BroadcastsRoute() {
  const { networkSlug } = useParams('/n/$networkSlug/broadcasts');
  const t = useT();
  const network = useQuery(useNetworkCache().network(networkSlug));
  const list = useBroadcastList(networkSlug);
  useHere(networkSlug);
  const failed = [network, list].find(({ error }) => error);
  if (network.data && list.data) return <Broadcasts network={network.data} broadcasts={list.data} />;
  if (failed) return <Failed page error={failed.error} onRetry={() => void failed.refetch()} />;
  return <Loading text={t('broadcasts.loading')} />;
}

function Broadcasts({ network, broadcasts }: { network: NetworkPage; broadcasts: readonly BroadcastCard[] }) {
  const t = useT();
  const { slug: networkSlug } = network;
  const sends = usePlaces().some(({ slug }) => slug === networkSlug);
  const ahead = broadcasts.filter(({ status }) => status === 'draft' || status === 'scheduled');
  const sent = broadcasts.filter(({ status }) => status === 'sent');
  return (
    <>
      <PageHeader
        title={t('broadcasts.title_of', { network: network.name })}
        path={<BroadcastPath network={network} below={false} />}
        lead={t(sends ? 'broadcasts.lead_sender' : 'broadcasts.lead')}
        actions={
          sends && (
            <Link to="/n/$networkSlug/broadcasts/new" params={{ networkSlug }} className={buttonClass('primary')}>
              <Plus aria-hidden size={18} />
              {t('broadcasts.new')}
            </Link>
          )
        }
      >
        {t('broadcasts.title')}
      </PageHeader>
      <div className={styles.page}>
        {sends && sent.length > 0 && (
          <p className={styles.links}>
            <Link to="/n/$networkSlug/reach" params={{ networkSlug }}>
              {t('broadcasts.board_link')}
            </Link>
          </p>
        )}
        {ahead.length > 0 && (
          <section aria-labelledby="ahead" className={pages.section}>
            <h2 id="ahead">{t('broadcasts.not_sent')}</h2>
            <List of={ahead} networkSlug={networkSlug} />
          </section>
        )}
        {sent.length > 0 ? (
          <section aria-labelledby="sent" className={pages.section}>
            <h2 id="sent" className={ahead.length === 0 ? 'visually-hidden' : undefined}>
              {t('broadcasts.sent')}
            </h2>
            <List of={sent} networkSlug={networkSlug} />
          </section>
        ) : (
          <EmptyState title={t('broadcasts.none')}>
            {t(sends ? 'broadcasts.none_sender' : 'broadcasts.none_hint')}
          </EmptyState>
        )}
      </div>
    </>
  );
}

function List({ of, networkSlug }: { of: readonly BroadcastCard[]; networkSlug: string }) {
  return (
    <ul className={pages.list}>
      {of.map((one) => (
        <li key={one.id} className={styles.item}>
          <Card of={one} networkSlug={networkSlug} />
        </li>
      ))}
    </ul>
  );
}

function Card({ of, networkSlug }: { of: BroadcastCard; networkSlug: string }) {
  const t = useT();
  const { list } = useFormats();
  const params = { broadcastId: of.id };
  const others = of.networks.filter(({ slug }) => slug !== networkSlug);
  return (
    <>
      <p>
        <Link to="/b/$broadcastId" params={params} className={styles.title} lang={of.language} dir="auto">
          {of.title}
        </Link>
      </p>
      <p className={styles.facts}>
        <span>{t('broadcasts.from', { name: of.author.name })}</span>
        {of.sentAt !== null && <Moment at={of.sentAt} />}
        {of.version > 1 && <span>{t('broadcasts.corrected')}</span>}
        {others.length > 0 && (
          <span>{t('broadcasts.also_in', { networks: list(others.map(({ name }) => name)) })}</span>
        )}
      </p>
      <State of={of} />
      {of.status === 'sent' && of.counts && (
        <p className={styles.links}>
          <Link to="/b/$broadcastId/reach" params={params}>
            <Counts of={of} />
          </Link>
        </p>
      )}
    </>
  );
}

function Counts({ of: { acknowledge, counts } }: { of: Pick<BroadcastCard, 'acknowledge' | 'counts'> }) {
  const t = useT();
  if (!counts) return null;
  const { recipients, acknowledged, partnerships, reached } = counts;
  return acknowledge
    ? t('broadcasts.counts', { acknowledged, recipients, reached, partnerships })
    : t('broadcasts.counts_sent', { recipients, partnerships });
}
