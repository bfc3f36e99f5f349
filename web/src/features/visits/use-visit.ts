/** One visit, as fresh as the network's events, and what changes it. */
import type { VisitPage } from '@hub/contracts';
import { Failure } from '@hub/contracts/failure';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useHub, useHubEvents } from '../../live';
import { partnershipTimelines, wholeTimelines } from '../../timeline-keys';
import type { Given } from './visit-values';

/** Loaded anew by each page that shows it: events are only heard while one does. */
export function useVisit(visitId: string) {
  const hub = useHub();
  const client = useQueryClient();
  const options = queryOptions({
    queryKey: ['visit', visitId],
    queryFn: async () => {
      const page = await hub.call('visit.read', { visitId });
      if (page.stream) hub.follow(page.stream.channelId, page.stream.seq);
      return page;
    },
    refetchOnMount: 'always',
  });
  const query = useQuery(options);
  const again = () => void client.invalidateQueries({ queryKey: ['visit', visitId] });
  useHubEvents((events) => {
    const known = query.data?.visit.version ?? 0;
    if (events.some((one) => one.kind === 'visit.changed' && one.visit.id === visitId && one.visit.version > known))
      again();
  });
  useEffect(
    () => hub.onReset(() => void client.invalidateQueries({ queryKey: ['visit', visitId] })),
    [hub, client, visitId],
  );
  return query;
}

export interface Changing {
  /** Both answer with the version that is today's afterwards. */
  change(baseVersion: number, given: Given): Promise<number>;
  undo(baseVersion: number): Promise<number>;
  /** As it is in the hub now. */
  fresh(): Promise<VisitPage>;
}

export function useChanging(visitId: string): Changing {
  const hub = useHub();
  const client = useQueryClient();
  const queryKey = ['visit', visitId];
  const done = async ({ version }: { version: number }) => {
    const meant = [queryKey, partnershipTimelines, wholeTimelines, ['next']];
    await Promise.all(meant.map((one) => client.invalidateQueries({ queryKey: one })));
    return version;
  };
  return {
    change: async (baseVersion, given) => done(await hub.call('visit.change', { visitId, baseVersion, ...given })),
    undo: async (baseVersion) => done(await hub.call('visit.undo', { visitId, baseVersion })),
    fresh: () => client.fetchQuery({ queryKey, queryFn: () => hub.call('visit.read', { visitId }), staleTime: 0 }),
  };
}

export function isConflict(error: unknown): boolean {
  return error instanceof Failure && error.code === 'CONFLICT';
}
