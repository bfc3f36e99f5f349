/** Who of a channel is here now. Volatile: asked for when a page shows it, then kept by events; not at all in low-data mode. */
import type { HubEvent } from '@hub/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useConnection, useHub, useHubEvents } from '../../live';
import { useLowData } from '../session';

const nobody: ReadonlySet<string> = new Set();

export function usePresence(channelId: string): ReadonlySet<string> {
  const hub = useHub();
  const client = useQueryClient();
  const online = useConnection() === 'online';
  const lowData = useLowData();
  const enabled = !lowData && online;
  const { data } = useQuery({
    queryKey: ['presence', channelId],
    queryFn: async (): Promise<ReadonlySet<string>> => new Set((await hub.call('presence.read', { channelId })).here),
    enabled,
    structuralSharing: false,
  });
  // What changed while there was no connection is told by nobody.
  useEffect(() => {
    if (!online) void client.invalidateQueries({ queryKey: ['presence', channelId], refetchType: 'none' });
  }, [online, client, channelId]);
  useHubEvents((events) => {
    const mine = events.filter((event) => event.kind === 'presence.changed' && event.channelId === channelId);
    if (mine.length === 0) return;
    client.setQueryData<ReadonlySet<string>>(
      ['presence', channelId],
      (here) => here && mine.reduce(foldPresence, here),
    );
  });
  return (enabled && data) || nobody;
}

export function foldPresence(here: ReadonlySet<string>, event: HubEvent): ReadonlySet<string> {
  if (event.kind !== 'presence.changed') return here;
  const after = new Set(here);
  for (const id of event.came) after.add(id);
  for (const id of event.went) after.delete(id);
  return after;
}
