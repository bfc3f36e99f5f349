/** Who reads knowledge notes, and who makes and keeps them. Pure. */
import { gives, type NetworkStatus } from '@hub/contracts';
import { hasRight, rolesIn, worksInNetwork, type Actor } from '../identity/actor.js';

/** Whoever works in some network, whichever it is: that is what notes are for. */
export function readsNotes(actor: Actor): boolean {
  return actor.memberships.some(({ role }) => gives(role, 'people'));
}

export interface Kept {
  /** Who wrote the answer. */
  authorId: string;
  network: { id: string; status: NetworkStatus };
}

/** The author while they work there, the network's research advisors, and whoever routes its questions. */
export function keepsNote(actor: Actor, { authorId, network }: Kept): boolean {
  return (
    (authorId === actor.personId && worksInNetwork(actor, network.id)) ||
    rolesIn(actor, network.id).includes('research_advisor') ||
    hasRight(actor, 'route_questions', network.id)
  );
}
