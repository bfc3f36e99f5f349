/**
 * How a bug that a hub like this could have is planted in the real thing: its classes, its database, or a client of it.
 * Each is taken out again, and says by which rule the checker must find it.
 */
import type { Rule } from '../checker/check.js';
import type { Cast } from './play.js';

export interface Bug {
  name: string;
  /** The rule that it breaks; of several whichever it meets first. */
  expected: Rule | readonly Rule[];
  /** Puts it in; what is returned takes it out. */
  plant: (cast: Cast) => Promise<() => unknown>;
}

// Private methods too are what a bug may be in.
// oxlint-disable-next-line typescript/no-explicit-any
type Method = (this: any, ...args: any[]) => any;

/** Replaces a method of a class; `instead` is given the real one. */
export function replace(owner: { prototype: object }, name: string, instead: (real: Method) => Method): () => void {
  const prototype = owner.prototype as Record<string, Method>;
  const real = prototype[name];
  if (typeof real !== 'function') throw new Error(`There is no ${name} to plant a bug in.`);
  prototype[name] = instead(real);
  return () => {
    prototype[name] = real;
  };
}
