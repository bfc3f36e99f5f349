/** The networks to which the reader sends broadcasts. */
import { gives } from '@hub/contracts/role-rights';
import { useQuery } from '@tanstack/react-query';
import { useNetworkCache } from '../networks';
import { useProfile } from '../session';

export interface Place {
  id: string;
  slug: string;
  name: string;
}

export function usePlaces(): readonly Place[] {
  const { memberships } = useProfile();
  const sending = memberships.filter(({ role }) => gives(role, 'broadcast'));
  const everywhere = sending.some(({ network }) => network === null);
  const { data } = useQuery({ ...useNetworkCache().list(), enabled: everywhere });
  const places = everywhere ? (data ?? []) : sending.flatMap(({ network }) => (network ? [network] : []));
  return [...new Map(places.map(({ id, slug, name }) => [id, { id, slug, name }])).values()];
}
