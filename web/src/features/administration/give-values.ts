/** A role that is being given, as its form keeps it and as the hub is told. */
import type { PersonPage, Role, Side } from '@hub/contracts';
import { roleRights } from '@hub/contracts/role-rights';

/** `hub` stands for the roles of the whole hub. */
export interface Values {
  place: string;
  role: Role | '';
  partnershipId: string;
  side: Side | '';
  fromOn: string;
  lastOn: string;
}

export const placeOf = (one: PersonPage['grantable'][number] | undefined) => (one ? (one.network?.id ?? 'hub') : '');

/** As it is; what was left open is for the schema to name. */
export function inputOf(personId: string, { place, role, partnershipId, side, fromOn, lastOn }: Values) {
  const held = role === '' ? undefined : roleRights[role].held;
  return {
    personId,
    role: role === '' ? undefined : role,
    networkId: place === '' || place === 'hub' ? null : place,
    partnershipId: (held === 'side' || held === 'either') && partnershipId !== '' ? partnershipId : null,
    side: held === 'side' && side !== '' ? side : null,
    fromOn: fromOn === '' ? undefined : fromOn,
    lastOn: lastOn === '' ? null : lastOn,
  };
}
