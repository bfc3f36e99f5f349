/** Who may invite to which role, and which roles need a partnership and a side. */
import { partnershipRoles, type Role, type Side, type WrongField } from '@hub/contracts';
import { isAdministrator, rolesIn, type Actor } from '../identity/actor.js';

/** A role and where it is held. */
export interface Place {
  role: Role;
  networkId: string | null;
  partnershipId: string | null;
  side: Side | null;
}

/** The roles of a partnership's own side that its coordinators give. */
const ofOwnSide: readonly Role[] = ['project_manager', 'team_member', 'politician', 'senior_official', 'civil_society'];
/** Those that administrators alone give. */
const ofTheHub: readonly Role[] = ['administrator', 'project_coordinator'];

const isOfPartnership = (role: Role) => (partnershipRoles as readonly Role[]).includes(role);

export function mayInvite(actor: Actor, { role, networkId, partnershipId, side }: Place): boolean {
  if (isAdministrator(actor)) return true;
  if (networkId === null || ofTheHub.includes(role)) return false;
  if (rolesIn(actor, networkId).includes('project_coordinator')) return true;
  return (
    ofOwnSide.includes(role) &&
    actor.memberships.some(
      (own) => own.role === 'partnership_coordinator' && own.partnershipId === partnershipId && own.side === side,
    )
  );
}

/** Whether there is any role in the network that this person may invite to. */
export function mayInviteAny(actor: Actor, networkId: string): boolean {
  return (
    isAdministrator(actor) ||
    actor.memberships.some(
      (own) =>
        own.networkId === networkId && (own.role === 'project_coordinator' || own.role === 'partnership_coordinator'),
    )
  );
}

/** What the role needs and lacks, or has and may not. */
export function misplaced({ role, networkId, partnershipId, side }: Place): WrongField[] {
  const wrong: WrongField[] = [];
  if ((role === 'administrator') !== (networkId === null)) wrong.push({ path: 'role', problem: 'not_a_choice' });
  const takesPartnership = isOfPartnership(role) || role === 'mentor';
  if (isOfPartnership(role) && partnershipId === null) wrong.push({ path: 'partnershipId', problem: 'required' });
  if (!takesPartnership && partnershipId !== null) wrong.push({ path: 'partnershipId', problem: 'not_a_choice' });
  if (isOfPartnership(role) && side === null) wrong.push({ path: 'side', problem: 'required' });
  if (!isOfPartnership(role) && side !== null) wrong.push({ path: 'side', problem: 'not_a_choice' });
  return wrong;
}
