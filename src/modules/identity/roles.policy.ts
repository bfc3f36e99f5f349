/** Who gives and ends which roles, pure: all of it follows from the table of what roles give. */
import { gives, roleRights, type Role, type Side } from '@hub/contracts';
import type { Actor, ActorMembership } from './actor.js';

/** A role and where it is, or would be, held. */
export interface HeldRole {
  role: Role;
  networkId: string | null;
  partnershipId: string | null;
  side: Side | null;
}

/** Of their own side of their own partnership, of their network, or of the whole hub. */
export function mayGive(actor: Actor, held: HeldRole): boolean {
  return actor.memberships.some((own) => roleRights[own.role].grants.includes(held.role) && reaches(own, held));
}

function reaches(own: ActorMembership, { networkId, partnershipId, side }: HeldRole): boolean {
  if (roleRights[own.role].held === 'hub') return true;
  if (own.networkId !== networkId) return false;
  return roleRights[own.role].held === 'network' || (own.partnershipId === partnershipId && own.side === side);
}

/** Whose roles somebody looks after. */
export interface Care {
  /** Every network, and the roles of the whole hub. */
  everything: boolean;
  networkIds: string[];
  /** Whoever coordinates a partnership looks after its roles, and may choose among all people of its network. */
  partnershipIds: string[];
  chooseFrom: string[];
}

export function careOf({ memberships }: Actor): Care {
  const giving = memberships.filter(({ role }) => roleRights[role].grants.length > 0);
  const held = (where: string) => giving.filter(({ role }) => roleRights[role].held === where);
  const sides = held('side');
  return {
    everything: held('hub').length > 0,
    networkIds: held('network').flatMap(({ networkId }) => networkId ?? []),
    partnershipIds: sides.flatMap(({ partnershipId }) => partnershipId ?? []),
    chooseFrom: sides.flatMap(({ networkId }) => networkId ?? []),
  };
}

/** Corrects names and addresses, disables and enables. */
export function mayAdminister({ memberships }: Actor): boolean {
  return memberships.some(({ role }) => gives(role, 'accounts'));
}
