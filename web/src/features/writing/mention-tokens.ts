/**
 * How a mention is typed (`@Full Name`), found while it is typed, and turned into what is sent (`<@person id>`) and back;
 * and how a mark of the timeline is (`#Name` and `<#milestone:id>`), whose id here begins with `#`.
 */
import { markToken, mentionToken } from '@hub/contracts/mentions';
import type { Mentionable } from '../messages';

/** Somebody or something in the list of those an @ or a # may mean. */
export interface Callable extends Mentionable {
  title: string;
}

/** The mention or mark being typed: where its sign stands and what follows it up to the caret. */
export interface MentionQuery {
  from: number;
  query: string;
}

const longestQuery = 40;
const wordCharacter = /[\p{L}\p{N}_]/u;
const tokens = new RegExp(`${mentionToken.source}|${markToken.source}`, 'gi');

/** Lower case and without diacritics, so that `Söderström` is found by `soderstrom`. */
export function foldName(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/ø/gi, 'o').replace(/ł/gi, 'l').toLowerCase();
}

/** The mention or mark that the caret stands in, if any. A sign inside a word, as in an address, starts none. */
export function findMention(text: string, caret: number): MentionQuery | undefined {
  const from = Math.max(text.lastIndexOf('@', caret - 1), text.lastIndexOf('#', caret - 1));
  if (from < 0 || caret - from - 1 > longestQuery) return undefined;
  if (from > 0 && wordCharacter.test(text[from - 1] ?? '')) return undefined;
  const query = text.slice(from + 1, caret);
  return /^\s|\n/.test(query) ? undefined : { from, query };
}

/** The people a query may mean, best first: every word of it begins a word of the name, in whatever order. */
export function matchPeople<P extends Mentionable>(people: readonly P[], query: string, limit = 6): P[] {
  const wanted = foldName(query).split(/\s+/).filter(Boolean);
  if (/\s$/.test(query) && people.some((person) => foldName(person.name) === wanted.join(' '))) return [];
  return people
    .map((person) => ({ person, words: foldName(person.name).split(/[\s-]+/) }))
    .filter(({ words }) =>
      wanted.every((part) => part.split('-').every((bit) => words.some((word) => word.startsWith(bit)))),
    )
    .sort((a, b) => rank(a.words, wanted) - rank(b.words, wanted) || a.person.name.localeCompare(b.person.name))
    .slice(0, limit)
    .map(({ person }) => person);
}

function rank(words: string[], wanted: string[]): number {
  return wanted.length === 0 || words[0]?.startsWith(wanted[0] ?? '') ? 0 : 1;
}

/** The text with what was chosen, and where the caret goes. */
export function insertMention(
  text: string,
  caret: number,
  from: number,
  name: string,
): { text: string; caret: number } {
  const rest = text.slice(caret);
  const inserted = `${text[from]}${name}${/^\s/.test(rest) ? '' : ' '}`;
  const end = from + inserted.length + (/^\s/.test(rest) ? 1 : 0);
  return { text: text.slice(0, from) + inserted + rest, caret: end };
}

/**
 * What is sent: every `@Full Name` of a person in the channel becomes a token. A name that two people share is
 * a mention only where the writer chose one of them from the list, and so is every mark.
 */
export function toTokens(
  text: string,
  people: readonly Mentionable[],
  chosen: Readonly<Record<string, string>> = {},
): string {
  const ids = new Map<string, string>();
  const shared = new Set<string>();
  for (const { id, name } of people) {
    const key = name.toLowerCase();
    if (ids.has(key)) shared.add(key);
    ids.set(key, id);
  }
  for (const key of shared) ids.delete(key);
  for (const [name, id] of Object.entries(chosen))
    if (isMark(id) || people.some((one) => one.id === id)) ids.set(name.toLowerCase(), id);
  const names = [...ids.keys()].sort((a, b) => b.length - a.length);

  let sent = '';
  let at = 0;
  for (const { 0: sign, index: i } of text.matchAll(/[@#]/g)) {
    if (i < at || (i > 0 && wordCharacter.test(text[i - 1] ?? ''))) continue;
    const name = names.find((one) => {
      const end = i + 1 + one.length;
      const isOne = text.slice(i + 1, end).toLowerCase() === one && !wordCharacter.test(text[end] ?? '');
      return isOne && isMark(ids.get(one)) === (sign === '#');
    });
    if (name === undefined) continue;
    sent += `${text.slice(at, i)}<${sign === '#' ? '' : sign}${ids.get(name)}>`;
    at = i + 1 + name.length;
  }
  return sent + text.slice(at);
}

/** The way back: a message as its writer typed it, and whom and what its names mean. */
export function fromTokens(
  body: string,
  people: readonly Mentionable[],
): { text: string; chosen: Record<string, string> } {
  const chosen: Record<string, string> = {};
  const text = body.replace(tokens, (token) => {
    const one = people.find(({ id }) => id === named(token));
    if (!one) return token;
    chosen[one.name] = one.id;
    return `${token[1]}${one.name}`;
  });
  return { text, chosen };
}

/** The groups that a text mentions. */
export function groupsIn(body: string, groups: readonly Mentionable[]): readonly Mentionable[] {
  if (groups.length === 0) return groups;
  const ids = new Set(Array.from(body.matchAll(mentionToken), ([token]) => named(token)));
  return groups.filter(({ id }) => ids.has(id));
}

/** What a token names, as ids are written. */
function named(token: string): string {
  return token.slice(token[1] === '#' ? 1 : 2, -1).toLowerCase();
}

function isMark(id: string | undefined): boolean {
  return id?.[0] === '#';
}
