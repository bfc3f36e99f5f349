/**
 * An outbox store in a file, for programs: a line of JSON for each change, so that whatever a crash leaves can be read.
 * One program has it at a time.
 */
import { appendFile, readFile, rename, writeFile } from 'node:fs/promises';
import type { OutboxChange, OutboxStore, Pending } from './outbox.js';

/** For its owner's eyes. */
const mode = 0o600;

export function fileOutbox(path: string): OutboxStore {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work, work);
    last = turn;
    return turn;
  };
  const write = (change: OutboxChange) => inTurn(() => appendFile(path, lineOf(change), { mode }));
  return {
    load: () =>
      inTurn(async () => {
        const items = itemsIn(await readFile(path, 'utf8').catch(absent));
        // What is over needs no place any more.
        await writeFile(`${path}.new`, items.map((item) => lineOf({ put: item })).join(''), { mode });
        await rename(`${path}.new`, path);
        return items;
      }),
    put: (item) => write({ put: item }),
    remove: (clientId) => write({ drop: clientId }),
  };
}

function itemsIn(text: string): Pending[] {
  const items = new Map<string, Pending>();
  for (const line of text.split('\n')) {
    const change = changeIn(line);
    if (change && 'put' in change) items.set(change.put.input.clientId, change.put);
    else if (change) items.delete(change.drop);
  }
  return [...items.values()];
}

/** Begins with the end of whatever was written before. */
const lineOf = (change: OutboxChange): string => `\n${JSON.stringify(change)}`;

function absent(error: NodeJS.ErrnoException): string {
  if (error.code !== 'ENOENT') throw error;
  return '';
}

/** A line that a crash cut short was never acknowledged to its writer. */
function changeIn(line: string): OutboxChange | undefined {
  try {
    return JSON.parse(line) as OutboxChange;
  } catch {
    return undefined;
  }
}
