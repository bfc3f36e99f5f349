/** The local governments that can be parties, for whoever looks after a network; administrators need none. */
import type { LocalGovernment, Side } from '@hub/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useHub } from '../../live';

const keyOf = (networkSlug: string | undefined) => ['governments', networkSlug ?? ''];

export function useGovernments(networkSlug?: string) {
  const hub = useHub();
  return useQuery({
    queryKey: keyOf(networkSlug),
    queryFn: () => hub.call('government.list', networkSlug === undefined ? {} : { networkSlug }),
  });
}

/** What was added is in the list at once. */
export function useAddToGovernments(networkSlug?: string): (added: LocalGovernment) => void {
  const client = useQueryClient();
  return (added) => client.setQueryData<LocalGovernment[]>(keyOf(networkSlug), (before) => [...(before ?? []), added]);
}

/** The Swedish side is of Sweden, and the other is not. */
export function ofSide(side: Side, governments: readonly LocalGovernment[]): LocalGovernment[] {
  return governments.filter(({ country }) => (country === 'SE') === (side === 'swedish'));
}
