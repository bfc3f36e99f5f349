/** Who asks: the first argument of every service, and what its rules are decided by. */
import { gives, type Right, type Role, type Side, type TokenScope } from '@hub/contracts';

export interface Actor {
  personId: string;
  sessionId: string;
  memberships: readonly ActorMembership[];
  /** Only of a program with a personal token, whose id then stands as the session's. */
  scope?: TokenScope;
}

/** A current membership. */
export interface ActorMembership {
  role: Role;
  networkId: string | null;
  partnershipId: string | null;
  side: Side | null;
}

export function isAdministrator(actor: Actor): boolean {
  return actor.memberships.some(({ role }) => role === 'administrator');
}

/** Whoever looks after others' accounts, roles or networks, and is asked for a second factor. */
export function administrates(actor: Actor): boolean {
  return actor.memberships.some(({ role }) => role === 'administrator' || role === 'project_coordinator');
}

export function rolesIn(actor: Actor, networkId: string): Role[] {
  return [...new Set(actor.memberships.filter((one) => one.networkId === networkId).map(({ role }) => role))];
}

/** Whether a role in the network gives it, or one in the whole hub. */
export function hasRight(actor: Actor, right: Right, networkId: string): boolean {
  return actor.memberships.some((one) => (one.networkId ?? networkId) === networkId && gives(one.role, right));
}

/** Administrators see every network; everybody else those they hold a role in. */
export function seesNetwork(actor: Actor, networkId: string): boolean {
  return hasRight(actor, 'network', networkId);
}

/** The networks that the actor sees by a role in them. A guest expert sees none, only questions that were given to them. */
export function networksSeen({ memberships }: Actor): string[] {
  return memberships.flatMap(({ role, networkId }) => (networkId && gives(role, 'network') ? networkId : []));
}

/** Guests see a network's public face: its frame, its partnerships and whom to ask, not its people at work. */
export function worksInNetwork(actor: Actor, networkId: string): boolean {
  return hasRight(actor, 'people', networkId);
}

/** The steering group and ICLD see who sits with which mandate; to others a politician is a politician. */
export function seesComposition(actor: Actor, partnership: { id: string; networkId: string }): boolean {
  if (hasRight(actor, 'mandates', partnership.networkId)) return true;
  return actor.memberships.some(
    ({ role, partnershipId }) => partnershipId === partnership.id && gives(role, 'own_mandates'),
  );
}
