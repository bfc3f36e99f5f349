/** What of a person's own words is on this device alone, and would be gone when they sign out. */
import type { Hub } from '@hub/client';
import { Drafts } from './drafts';

export interface OnlyHere {
  /** Messages that have not been sent. */
  messages: number;
  /** Texts that have been begun. */
  drafts: number;
}

export function onlyHere({ outbox }: Pick<Hub, 'outbox'>, personId: string): OnlyHere {
  return { messages: outbox.leaving(), drafts: draftsOf(personId).begun() };
}

/** A shared computer keeps nothing of whoever has left it. */
export async function forgetWords({ outbox }: Pick<Hub, 'outbox'>, personId: string): Promise<void> {
  draftsOf(personId).forget();
  await outbox.empty();
}

function draftsOf(personId: string): Drafts {
  return new Drafts(() => localStorage, personId);
}
