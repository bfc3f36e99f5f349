/** The rules of channels, pure. */
import type { ChannelKind } from '@hub/contracts';
import { rolesIn, type Actor } from '../identity/actor.js';

/** Announcements are the coordinator's and the communications officer's; elsewhere every member writes. */
export function mayPost(actor: Actor, channel: { networkId: string; kind: ChannelKind; archived: boolean }): boolean {
  if (channel.archived) return false;
  if (channel.kind !== 'announcements') return true;
  return rolesIn(actor, channel.networkId).some(
    (role) => role === 'project_coordinator' || role === 'communications_officer',
  );
}
