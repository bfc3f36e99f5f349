/** What the hub has of broadcasts: loaded again, at most once for many, whenever it tells that one of them changed. */
import type { Hub } from '@hub/client';
import type { BroadcastCard, NetworkCard } from '@hub/contracts';
import { queryOptions, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { useHub, useHubEvents } from '../../live';
import { looksAfter, useNetworkCache } from '../networks';

const all = ['broadcasts'];

const broadcastList = (hub: Hub, networkSlug: string) =>
  queryOptions({
    queryKey: [...all, 'list', networkSlug],
    queryFn: () => hub.call('broadcast.list', { networkSlug }),
    // Events are only heard while a page shows it.
    refetchOnMount: 'always',
  });
/** Many acknowledge at once, right after it was sent; one fetch serves them all. */
const pauseMs = 400;

/** Of the networks of a broadcast the first that the reader is in: what leads elsewhere would lead them nowhere. */
export function useOwnNetwork<Network extends { slug: string }>(
  networks: readonly Network[] = [],
): Network | undefined {
  const { data } = useQuery(useNetworkCache().list());
  return networks.find(({ slug }) => data?.some((one) => one.slug === slug));
}

export function useBroadcastList(networkSlug: string) {
  const hub = useHub();
  useFollowing();
  return useQuery(broadcastList(hub, networkSlug));
}

/** What the reader scheduled in networks that they look after, and was not sent when its moment came. */
export function useNotSent(
  networks: readonly Pick<NetworkCard, 'slug' | 'myRoles'>[],
  personId: string,
): BroadcastCard[] {
  const hub = useHub();
  useFollowing();
  const lists = useQueries({ queries: networks.filter(looksAfter).map(({ slug }) => broadcastList(hub, slug)) });
  const found = lists.flatMap(({ data }) =>
    (data ?? []).filter(({ author, notSent }) => notSent !== null && author.id === personId),
  );
  return [...new Map(found.map((one) => [one.id, one])).values()];
}

export function useBroadcast(broadcastId: string) {
  const hub = useHub();
  useFollowing();
  return useQuery({
    queryKey: [...all, 'one', broadcastId],
    queryFn: () => hub.call('broadcast.read', { broadcastId }),
    refetchOnMount: 'always',
  });
}

export function useReach(broadcastId: string) {
  const hub = useHub();
  useFollowing();
  return useQuery({
    queryKey: [...all, 'reach', broadcastId],
    queryFn: () => hub.call('broadcast.reach', { broadcastId }),
    refetchOnMount: 'always',
  });
}

export function useReachBoard(networkSlug: string) {
  const hub = useHub();
  useFollowing();
  return useQuery({
    queryKey: [...all, 'board', networkSlug],
    queryFn: () => hub.call('reach.board', { networkSlug }),
    refetchOnMount: 'always',
  });
}

/** After a change of one's own: what waits for the reader may wait no more. */
export function useRefresh(): () => Promise<void> {
  const client = useQueryClient();
  return useCallback(async () => {
    void client.invalidateQueries({ queryKey: ['notifications'] });
    await client.invalidateQueries({ queryKey: all });
  }, [client]);
}

function useFollowing(): void {
  const hub = useHub();
  const client = useQueryClient();
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const refresh = useCallback(() => void client.invalidateQueries({ queryKey: all }), [client]);
  useHubEvents((events) => {
    if (waiting.current !== undefined || events.every(({ kind }) => kind !== 'broadcast.changed')) return;
    waiting.current = setTimeout(() => {
      waiting.current = undefined;
      refresh();
    }, pauseMs);
  });
  useEffect(() => hub.onReset(refresh), [hub, refresh]);
  useEffect(() => () => clearTimeout(waiting.current), []);
}
