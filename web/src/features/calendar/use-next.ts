/** What is next for the reader, asked for anew whenever the hub tells that something on a timeline changed. */
import type { HubEvent } from '@hub/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useHub, useHubEvents } from '../../live';
import { whatIsNext } from './queries';

const telling: ReadonlySet<HubEvent['kind']> = new Set(['milestone.changed', 'visit.changed', 'plan.changed']);

export function useNext() {
  const hub = useHub();
  const client = useQueryClient();
  const asked = whatIsNext(hub);
  const again = () => void client.invalidateQueries({ queryKey: asked.queryKey });
  useHubEvents((events) => events.some(({ kind }) => telling.has(kind)) && again());
  useEffect(() => hub.onReset(() => void client.invalidateQueries({ queryKey: ['next'] })), [hub, client]);
  return useQuery(asked);
}
