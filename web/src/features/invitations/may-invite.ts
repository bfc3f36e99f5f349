/** What the reader may invite to in a network, as the hub decides it: so that nothing is offered that it would refuse. */
import type { NetworkPage, Profile, Role, Side } from '@hub/contracts';
import { roleRights } from '@hub/contracts/role-rights';
import { roles } from '@hub/contracts/roles';

export interface Inviting {
  roles: readonly Role[];
  /** Where their own roles bind them to a side of a partnership; undefined for the whole network. */
  sides: readonly { partnershipId: string; side: Side }[] | undefined;
}

/** Of several roles the widest decides. */
export function mayInvite({ id }: Pick<NetworkPage, 'id'>, memberships: Profile['memberships']): Inviting {
  const giving = memberships.filter(
    ({ role, network }) => roleRights[role].grants.length > 0 && (network === null || network.id === id),
  );
  const whole = giving.find(({ role }) => roleRights[role].held !== 'side');
  if (whole) {
    const given = roleRights[whole.role].grants;
    return { roles: roles.filter((role) => role !== 'administrator' && given.includes(role)), sides: undefined };
  }
  const sides = giving.flatMap(({ partnership, side }) =>
    partnership && side ? [{ partnershipId: partnership.id, side }] : [],
  );
  const given = giving.flatMap(({ role }) => roleRights[role].grants);
  return { roles: roles.filter((role) => given.includes(role)), sides };
}

export const needsPartnership = (role: Role): boolean => roleRights[role].held === 'side';

/** A mentor may be one of a partnership, or of the whole network. */
export const takesPartnership = (role: Role): boolean => needsPartnership(role) || roleRights[role].held === 'either';
