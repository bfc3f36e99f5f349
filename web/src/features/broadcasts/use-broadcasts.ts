/** What the hub has of broadcasts: loaded again, at most once for many, whenever it tells that one of them changed. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { useHub, useHubEvents } from '../../live';

const all = ['broadcasts'];
/** Many acknowledge at once, right after it was sent; one fetch serves them all. */
const pauseMs = 400;

export function useBroadcastList(networkSlug: string) {
  const hub = useHub();
  useFollowing();
  return useQuery({
    queryKey: [...all, 'list', networkSlug],
    queryFn: () => hub.call('broadcast.list', { networkSlug }),
    // Events are only heard while a page shows it.
    refetchOnMount: 'always',
  });
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
