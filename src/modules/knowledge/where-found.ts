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

/** Its start where it has none of the words, or has one there. */
export function whereFound(body: string, words: string): string {
  const text = folded(body);
  const places = folded(words)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 2)
    .flatMap((word) => {
      const at = text.search(new RegExp(`(?<![\\p{L}\\p{N}])${word.slice(0, stem)}`, 'u'));
      return at < 0 ? [] : [at];
    });
  const first = Math.min(...places);
  if (!Number.isFinite(first) || first < longest - before) return excerptOf(body, [], { longest, dots: true });
  const from = body.slice(0, first - before).search(/\S+$/);
  return `… ${excerptOf(body.slice(from < 0 ? first - before : from), [], { longest, dots: true })}`;
}
