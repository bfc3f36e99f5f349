/** What is told to people, however it reaches them, and how it is told apart from what was told before. */
import { heldMs, type NotificationKind } from '@hub/contracts';

export interface Told {
  kind: NotificationKind;
  personIds: readonly string[];
  about: About;
  /** One effect of this kind on a person has one key, e.g. the message's id; telling it again does nothing. */
  key: string;
  /** Unread notifications of a person with the same key are one, which counts. */
  foldKey?: string;
  /** How many happened at once to each; one where it is not said. */
  counts?: ReadonlyMap<string, number>;
  /** Where it is; what a person chose for this channel or heard from this network decides whether it is mailed. */
  channelId?: string;
  networkId?: string;
  /** Who is not told after all, and why, for the ledger. */
  suppressed?: ReadonlyMap<string, string>;
  /** Stays in the hub and the digest, whatever was chosen. */
  unmailed?: boolean;
}

export type About =
  | { messageId: string }
  | { membershipId: string }
  | { milestoneId: string }
  | { visitId: string }
  | { broadcastId: string }
  | { questionId: string }
  | { noteId: string };

const columns = ['messageId', 'membershipId', 'milestoneId', 'visitId', 'broadcastId', 'questionId', 'noteId'] as const;

/** In the order of the columns. */
export function columnsOf(about: About): (string | null)[] {
  const given = about as Record<string, string | undefined>;
  return columns.map((column) => given[column] ?? null);
}

/** Nobody reads these by chance within five minutes of their coming. */
const unheld: ReadonlySet<NotificationKind> = new Set(['broadcast', 'acknowledgement_missing', 'role_ending']);

/** From when on it may be mailed, if it came now. */
export function mailableFrom(kind: NotificationKind): Date {
  return new Date(Date.now() + (unheld.has(kind) ? 0 : heldMs));
}

/** What is folded into something that was mailed is mailed after so long at the earliest: a correction goes at once. */
export function restMs(kind: NotificationKind): number {
  return unheld.has(kind) ? 0 : 60 * 60_000;
}
