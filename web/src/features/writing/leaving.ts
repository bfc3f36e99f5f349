/** What of a person's own words is on this device alone, and would be gone when they sign out. */
import type { Hub } from '@hub/client';
import { Drafts } from './drafts';
import { FormDrafts } from './forms/form-drafts';

export interface OnlyHere {
  /** Messages that have not been sent. */
  messages: number;
  /** Texts and forms that have been begun. */
  drafts: number;
}

export function onlyHere({ outbox }: Pick<Hub, 'outbox'>, personId: string): OnlyHere {
  return { messages: outbox.leaving(), drafts: begun(personId) };
}

/** A shared computer keeps nothing of whoever has left it. */
export async function forgetWords({ outbox }: Pick<Hub, 'outbox'>, personId: string): Promise<void> {
  for (const drafts of draftsOf(personId)) drafts.forget();
  await outbox.empty();
}

function begun(personId: string): number {
  return draftsOf(personId).reduce((sum, drafts) => sum + drafts.begun(), 0);
}

function draftsOf(personId: string): (Drafts | FormDrafts)[] {
  return [new Drafts(() => localStorage, personId), new FormDrafts(() => localStorage, personId)];
}
