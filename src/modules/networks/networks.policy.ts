/** Who looks after a network, and what closed means. Pure. */
import type { NetworkStatus } from '@hub/contracts';
import { isAdministrator, rolesIn, type Actor } from '../identity/actor.js';

/** Administrators, and the network's own project coordinator. */
export function looksAfter(actor: Actor, networkId: string): boolean {
  return isAdministrator(actor) || rolesIn(actor, networkId).includes('project_coordinator');
}

export function isClosed(status: NetworkStatus): boolean {
  return status === 'completed' || status === 'archived';
}

/** What the actor may do with a network. A closed one is only ever opened again. */
export function rightsIn(actor: Actor, { id, status }: { id: string; status: NetworkStatus }) {
  return { change: looksAfter(actor, id) && !isClosed(status), close: isAdministrator(actor) };
}
