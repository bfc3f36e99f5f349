/** Many things that are done one after another in the worker, of which none waits for one that fails. */
import { seldom, type Log } from '../../edge/log.js';

export async function each<T>(
  things: readonly T[],
  failed: (error: unknown) => void,
  carryOut: (one: T) => Promise<void>,
): Promise<void> {
  for (const one of things) await carryOut(one).catch(failed);
}

/** The kind of fault alone: what it says may hold texts. */
export function tellFailed(log: Log, message: string): (error: unknown) => void {
  return seldom((error: unknown, untold) => {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    log.error({ error: error instanceof Error ? error.name : typeof error, code, untold }, message);
  });
}
