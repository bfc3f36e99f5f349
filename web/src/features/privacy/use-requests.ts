/** What administrators are asked to look at: who wants to be erased, and which faults were reported. */
import type { Hub } from '@hub/client';
import type { ErasureRequest, Fault } from '@hub/contracts';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useHub } from '../../live';
import { useProfile } from '../session';

export interface Requests {
  erasures: ErasureRequest[];
  faults: Fault[];
}

export const requestsKey = ['privacy-requests'];

export function requestList(hub: Hub) {
  return queryOptions({
    queryKey: [...requestsKey, 'list'],
    queryFn: async (): Promise<Requests> => {
      const [erasures, faults] = await Promise.all([hub.call('erasure.list', {}), hub.call('fault.list', {})]);
      return { erasures, faults };
    },
  });
}

export function useIsAdministrator(): boolean {
  return useProfile().memberships.some(({ role }) => role === 'administrator');
}

/** How many wait for this reader; none for whoever is no administrator. */
export function useRequests(): number {
  const hub = useHub();
  const enabled = useIsAdministrator();
  const queryFn = () => hub.call('request.count', {});
  const { data } = useQuery({ queryKey: [...requestsKey, 'count'], queryFn, enabled });
  return data?.waiting ?? 0;
}
