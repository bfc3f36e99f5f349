/** The rules of channels and topics, pure. */
import { gives, type ChannelKind, type ChannelRights } from '@hub/contracts';
import { createHash } from 'node:crypto';
import { v5 as uuidv5 } from 'uuid';
import { hasRight, isAdministrator, type Actor } from '../identity/actor.js';

interface Ruled {
  networkId: string;
  partnershipId: string | null;
  kind: ChannelKind;
  archived: boolean;
  /** A closed network is read only: its channels stay as they are. */
  networkClosed?: boolean;
  /** How the actor came to be in it. */
  origin?: 'role' | 'hand';
}

/**
 * What a member may do in a channel. Announcements are the coordinator's and the communications officer's; a
 * partnership looks after its own rooms; a direct conversation has nobody above it.
 */
export function rightsIn(
  actor: Actor,
  { networkId, partnershipId, kind, archived, networkClosed = false, origin }: Ruled,
): ChannelRights {
  const coordinates = hasRight(actor, 'channels', networkId);
  const informs = hasRight(actor, 'announce', networkId);
  const ownPartnership = partnershipId !== null && leads(actor, partnershipId);
  const post = !archived && !networkClosed && (kind !== 'announcements' || informs);
  const direct = kind === 'direct';
  return {
    post,
    mentionGroups: post && !direct && (informs || ownPartnership),
    manage: !direct && !networkClosed && (coordinates || ownPartnership || isAdministrator(actor)),
    moderate: !direct && hasRight(actor, 'moderate', networkId),
    leave: kind === 'thematic' || (!direct && origin === 'hand'),
  };
}

/** Who coordinates a partnership, on either side. */
function leads(actor: Actor, partnershipId: string): boolean {
  return actor.memberships.some((one) => one.partnershipId === partnershipId && gives(one.role, 'own_channels'));
}

/** The project coordinator opens channels for the network, and who coordinates a partnership for its own people. */
export function mayOpen(
  actor: Actor,
  { networkId, partnershipId }: { networkId: string; partnershipId: string | null },
): boolean {
  return hasRight(actor, 'channels', networkId) || (partnershipId !== null && leads(actor, partnershipId));
}

interface Moved {
  networkId: string;
  kind: ChannelKind;
  sensitive: boolean;
}

/** What is said in a closed group stays there, and what is sensitive stays where it is treated so. */
export function mayMoveBetween(from: Moved, to: Moved): boolean {
  const open = from.kind === 'thematic' || from.kind === 'announcements';
  return open && from.networkId === to.networkId && to.kind !== 'direct' && (!from.sensitive || to.sensitive);
}

const directConversations = '0d7b1f7e-6d0f-5f0e-9d0a-3f2f6f6b7a11';

/** Where two people of a network talk: it follows from who they are, so that two who open it at once open one. */
export function directOf(networkId: string, people: [string, string]): { id: string; slug: string } {
  const pair = people.toSorted().join('/');
  const id = uuidv5(`${networkId}/${pair}`, directConversations);
  return { id, slug: `direct-${createHash('sha256').update(pair).digest('hex').slice(0, 20)}` };
}
