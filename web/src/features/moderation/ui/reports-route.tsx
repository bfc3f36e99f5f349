/** What people asked the coordinator to look at, oldest first. What is decided stays on the page until it is left. */
import type { ReportList } from '@hub/contracts';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Link, useParams } from '../../../router';
import { EmptyState, Failed, Loading, PageHeader, Path } from '../../../ui';
import { useNetworkCache } from '../../networks';
import { byMessage, type ReportedMessage } from '../by-message';
import { reportList, useNewReports } from '../use-reports';
import { ReportItem } from './report-item';
import styles from './reports.module.css';

export function ReportsRoute() {
  const { networkSlug } = useParams('/n/$networkSlug/reports');
  const t = useT();
  const { data, error, refetch } = useQuery(reportList(useHub(), networkSlug));
  useNewReports();
  if (data) return <Reports key={networkSlug} list={data} />;
  if (error) return <Failed page error={error} onRetry={() => void refetch()} />;
  return <Loading text={t('reports.loading')} />;
}

function Reports({ list }: { list: ReportList }) {
  const t = useT();
  const { network } = list;
  const reported = useSeen(useMemo(() => byMessage(list.reports), [list.reports]));
  const { data: page } = useQuery(useNetworkCache().network(network.slug));
  const readable = new Set(page?.channels.map(({ id }) => id));
  return (
    <div className={styles.page}>
      <PageHeader
        title={t('reports.title_in', { network: network.name })}
        path={
          <Path>
            <Link to="/n/$networkSlug" params={{ networkSlug: network.slug }} lang="en">
              {network.name}
            </Link>
          </Path>
        }
        lead={t('reports.lead')}
      >
        {t('reports.title')}
      </PageHeader>
      {reported.length === 0 ? (
        <EmptyState title={t('reports.none')}>{t('reports.none_hint')}</EmptyState>
      ) : (
        <ul className={styles.list}>
          {reported.map((one) => (
            <ReportItem
              key={one.message.id}
              reported={one}
              networkSlug={network.slug}
              readable={readable.has(one.message.channelId)}
            />
          ))}
        </ul>
      )}
    </div>
  );
}

/** Everything the page has shown, with new ones at the end: what is decided leaves the hub's list, not the reader's. */
function useSeen(reported: readonly ReportedMessage[]): readonly ReportedMessage[] {
  const [seen, setSeen] = useState(reported);
  const known = new Set(seen.map(({ message }) => message.id));
  const added = reported.filter(({ message }) => !known.has(message.id));
  if (added.length === 0) return seen;
  const all = [...seen, ...added];
  setSeen(all);
  return all;
}
