/** The part of a text where words were found, as one plain line. Pure. */
import { excerptOf } from '@hub/contracts';

const longest = 160;
/** How much is shown before it. */
const before = 40;
/** Endings differ from word to word, and from what was typed. */
const stem = 5;

/** Case and diacritics away, and every character where it was. */
const folded = (text: string): string =>
  Array.from(text, (one) =>
    one.length === 1 ? (one.normalize('NFD').charAt(0).toLowerCase().at(0) ?? one) : one,
  ).join('');

const wordsIn = (text: string) =>
  [...folded(text).matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: word, index }) => ({ word, index }));

/** Its start where it has none of the words, or has one there. */
export function whereFound(body: string, words: string): string {
  const sought = wordsIn(words).flatMap(({ word }) => (word.length > 2 ? word.slice(0, stem) : []));
  const found = wordsIn(body).find(({ word }) => sought.some((one) => word.startsWith(one)));
  if (!found || found.index < longest - before) return excerptOf(body, [], { longest, dots: true });
  const start = found.index - before;
  const from = body.slice(0, start).search(/\S+$/);
  return `… ${excerptOf(body.slice(from < 0 ? start : from), [], { longest, dots: true })}`;
}
