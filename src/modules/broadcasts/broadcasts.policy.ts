/** Who drafts, sends and corrects, and what a broadcast cannot be. Pure. */
import {
  gives,
  roles,
  type BroadcastDraft,
  type BroadcastStatus,
  type BroadcastText,
  type NetworkStatus,
  type WrongField,
} from '@hub/contracts';
import { hasRight, type Actor } from '../identity/actor.js';
import { isClosed } from '../networks/networks.policy.js';

export interface BroadcastNetwork {
  id: string;
  status: NetworkStatus;
}

/** Everybody but guests, whom only their name as an audience reaches. */
export const workingRoles = roles.filter((role) => gives(role, 'people'));

/** The networks whose broadcasts somebody sends; null for all of them. */
export function sendsIn(actor: Actor): string[] | null {
  const sending = actor.memberships.filter(({ role }) => gives(role, 'broadcast'));
  return sending.some(({ networkId }) => networkId === null)
    ? null
    : sending.flatMap(({ networkId }) => networkId ?? []);
}

/** What goes to several networks is sent by whoever may in each. */
export function sendsInEach(actor: Actor, networks: readonly Pick<BroadcastNetwork, 'id'>[]): boolean {
  return networks.every(({ id }) => hasRight(actor, 'broadcast', id));
}

export function mayDo(
  actor: Actor,
  { status, networks }: { status: BroadcastStatus; networks: readonly BroadcastNetwork[] },
): { change: boolean; correct: boolean; reach: boolean } {
  const every = sendsInEach(actor, networks);
  const isSent = status === 'sent';
  return {
    change: every && !isSent && !networks.some((one) => isClosed(one.status)),
    // What was sent to many is still put right when one of them is over.
    correct: every && isSent && !networks.every((one) => isClosed(one.status)),
    reach: isSent && networks.some(({ id }) => hasRight(actor, 'broadcast', id)),
  };
}

/** What cannot be so, by the days of the one who looks. */
export function wrongInDraft({ texts, acknowledge, acknowledgeBy }: BroadcastDraft, today: string): WrongField[] {
  const wrong = wrongInTexts(texts);
  if (acknowledge && acknowledgeBy !== null && acknowledgeBy < today)
    wrong.push({ path: 'acknowledgeBy', problem: 'too_early' });
  return wrong;
}

/** Each language once. */
export function wrongInTexts(texts: readonly BroadcastText[]): WrongField[] {
  const seen = new Set<string>();
  return texts.flatMap(({ language }, n): WrongField[] => {
    const known = seen.has(language.toLowerCase());
    seen.add(language.toLowerCase());
    return known ? [{ path: `texts.${n}.language`, problem: 'taken' }] : [];
  });
}
