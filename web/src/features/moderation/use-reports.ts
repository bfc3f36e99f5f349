/** What was reported in the networks that the reader looks after. */
import type { Hub } from '@hub/client';
import type { NetworkCard, ReportList } from '@hub/contracts';
import { queryOptions, useQueries, useQueryClient } from '@tanstack/react-query';
import { useHub, useHubEvents } from '../../live';
import { looksAfter } from '../networks';

const key = (networkSlug: string) => ['reports', networkSlug];

export function reportList(hub: Hub, networkSlug: string) {
  return queryOptions({
    queryKey: key(networkSlug),
    queryFn: (): Promise<ReportList> => hub.call('report.list', { networkSlug }),
  });
}

/** Those that wait, by network; none for a reader who looks after none. */
export function useReports(networks: readonly Pick<NetworkCard, 'slug' | 'name' | 'myRoles'>[]) {
  const hub = useHub();
  const lists = useQueries({ queries: networks.filter(looksAfter).map(({ slug }) => reportList(hub, slug)) });
  useNewReports();
  return lists.flatMap(({ data }) =>
    data && data.reports.length > 0 ? [{ network: data.network, count: data.reports.length }] : [],
  );
}

/** A new report is told to those who decide about it, and only that there is one. */
export function useNewReports(): void {
  const client = useQueryClient();
  useHubEvents((events) => {
    for (const event of events)
      if (event.kind === 'notification.created' && event.notification.kind === 'report')
        void client.invalidateQueries({ queryKey: key(event.notification.networkSlug) });
  });
}
