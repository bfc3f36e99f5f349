/** A round over many things, of which a bad one must not keep the rest from people. */
import { isPassing } from '@hub/database';
import type { Log } from '../../edge/log.js';

/** What fails is logged by its id and left for the next round; with the database away the round ends. */
export async function eachAlone<One extends { id: string }>(
  all: readonly One[],
  work: (one: One) => Promise<void>,
  log: Log,
): Promise<void> {
  for (const one of all)
    try {
      await work(one);
    } catch (error) {
      if (isPassing(error)) throw error;
      log.error({ error: error instanceof Error ? error.name : typeof error, id: one.id }, 'people were not told');
    }
}
