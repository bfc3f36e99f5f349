/** What the reader may invite to in a network, as the hub decides it: so that nothing is offered that it would refuse. */
import type { NetworkPage, Profile, Role, Side } from '@hub/contracts';
import { partnershipRoles, roles } from '@hub/contracts/roles';

export interface Inviting {
  roles: readonly Role[];
  /** Where their own roles bind them to a side of a partnership; undefined for the whole network. */
  sides: readonly { partnershipId: string; side: Side }[] | undefined;
}

const ofOwnSide: readonly Role[] = ['team_member', 'project_manager', 'politician', 'senior_official', 'civil_society'];

export function mayInvite(
  { id, myRoles }: Pick<NetworkPage, 'id' | 'myRoles'>,
  memberships: Profile['memberships'],
): Inviting {
  const isAdministrator = memberships.some(({ role }) => role === 'administrator');
  if (isAdministrator) return { roles: roles.filter((role) => role !== 'administrator'), sides: undefined };
  if (myRoles.includes('project_coordinator'))
    return {
      roles: roles.filter((role) => role !== 'administrator' && role !== 'project_coordinator'),
      sides: undefined,
    };
  const sides = memberships.flatMap(({ role, network, partnership, side }) =>
    role === 'partnership_coordinator' && network?.id === id && partnership && side
      ? [{ partnershipId: partnership.id, side }]
      : [],
  );
  return { roles: sides.length > 0 ? ofOwnSide : [], sides };
}

export const needsPartnership = (role: Role): boolean => (partnershipRoles as readonly Role[]).includes(role);

/** A mentor may be one of a partnership, or of the whole network. */
export const takesPartnership = (role: Role): boolean => needsPartnership(role) || role === 'mentor';
