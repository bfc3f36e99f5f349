import { relative } from 'node:path';

/** A refusal with one sentence meant for a person; the caller prints it and exits 1. */
export class EmbeddedRefusal extends Error {
  override name = 'EmbeddedRefusal';
}

/** A path as a person would type it: `./data` below the working folder, absolute elsewhere. */
export function shown(path: string): string {
  const below = relative(process.cwd(), path);
  return below === '' || below.startsWith('..') ? path : `./${below}`;
}
