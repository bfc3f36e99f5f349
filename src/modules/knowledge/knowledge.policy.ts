/** Who reads knowledge notes, and who makes and keeps them. Pure. */
import { gives, type NetworkStatus, type QuestionVisibility } from '@hub/contracts';
import { hasRight, rolesIn, worksInNetwork, type Actor } from '../identity/actor.js';
import { isClosed } from '../networks/networks.policy.js';

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

/** Of an accepted answer, where everybody who works in the network may read what was asked. */
export function mayPublish(
  actor: Actor,
  answer: Kept & { visibility: QuestionVisibility; accepted: boolean; published: boolean },
): boolean {
  const { visibility, accepted, published, network } = answer;
  return (
    accepted && !published && visibility !== 'partnership' && !isClosed(network.status) && keepsNote(actor, answer)
  );
}
