/** Giving a question to somebody while others may do so, too: instead of whom the sender knows, never of somebody unseen. */
import type { Hub } from '@hub/client';
import { Failure } from '@hub/contracts/failure';
import type { Input } from '@hub/contracts';

/** False where somebody else is answerable by now: nothing was changed. */
export async function give(hub: Hub, input: Input<'question.assign'>): Promise<boolean> {
  try {
    await hub.call('question.assign', input);
    return true;
  } catch (error) {
    if (error instanceof Failure && error.code === 'CONFLICT') return false;
    throw error;
  }
}
