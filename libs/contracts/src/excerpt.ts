/**
 * The start of a message as one plain line, for lists, bells and screen readers. Free of schemas, as `mentions.ts` is.
 * What has no name of its own stands in it as `@<role:mentor>`, `@<channel>`, `@<someone>`, `#<milestone>` or `#<visit>`:
 * whoever shows it says that in the language of its reader.
 */
import { markOf, markToken, mentionedBy, mentionToken, type MarkKind, type Mentioned } from './mentions.js';
import type { Role } from './model.js';

/** How mentions and marks without a name of their own are called. */
export interface MentionWords extends Record<MarkKind, string> {
  role(role: Role): string;
  channel: string;
  someone: string;
}

export interface ExcerptOptions {
  longest?: number;
  /** Where it is cut it ends with a whole word and three dots, beyond the longest. */
  dots?: boolean;
  words?: MentionWords;
}

const forEveryReader: MentionWords = {
  role: (role) => `<role:${role}>`,
  channel: '<channel>',
  someone: '<someone>',
  milestone: '<milestone>',
  visit: '<visit>',
};
const unsaid = /(?<=@)<(?:role:([a-z_]+)|(channel|someone))>|(?<=#)<(milestone|visit)>/g;
const halfUnsaid = /[@#]<[a-z:_]{0,40}$/;

/** As much of a body as is read, characters: 160 can hide behind that much markup, and a longer body costs no more. */
export const excerptReads = 2_000;

const halfToken = /<[@#][^>]{0,60}$/;
const fence = /^ {0,3}(`{3,}|~{3,})/;
const rule = /^\s*(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,}|\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)+\|?\s*)$/;
const lineMarks = /^(?:\s*(?:>|[-*+](?=\s)|\d{1,9}[.)](?=\s)))*\s*(?:\[[ xX]\](?=\s))?(?:#{1,6}(?=\s))?/;
const literal = new RegExp(
  [/(`+)(?!`)(.*?[^`])\1(?!`)/, /\\([!-/:-@[-`{-~])/, mentionToken, markToken, /https?:\/\/[^\s<>()[\]]+/]
    .map(({ source }) => source)
    .join('|'),
  'gi',
);
const link = /!?\[([^[\]]*)\]\((?:[^\s()]|\([^\s()]*\))*(?:\s+"[^"]*")?\)/g;
const address = /<(\0\d+\0|[^\s<>]+@[^\s<>]+)>/g;
const emphasis = [
  /\*\*(?=\S)(.+?)(?<=\S)\*\*/g,
  /\*(?=\S)([^*]+)(?<=\S)\*/g,
  /~~(?=\S)(.+?)(?<=\S)~~/g,
  /(?<![\p{L}\p{N}_])__(?=\S)(.+?)(?<=\S)__(?![\p{L}\p{N}_])/gu,
  /(?<![\p{L}\p{N}_])_(?=\S)([^_]+)(?<=\S)_(?![\p{L}\p{N}_])/gu,
];

/**
 * At most `longest` characters (160) of a body as its readers see it: names for mentions, whitespace folded, and the
 * common marks of Markdown taken away. An approximation, not a parser: what it leaves standing is harmless as text.
 */
export function excerptOf(
  body: string,
  mentions: readonly Mentioned[],
  { longest = 160, dots = false, words = forEveryReader }: ExcerptOptions = {},
): string {
  // What is not to be read as Markdown stands aside meanwhile; a body has no NUL of its own.
  const aside: string[] = [];
  const keep = (text: string) => `\0${aside.push(text) - 1}\0`;
  let text = withoutLineMarks(cut(body, excerptReads).replace(halfToken, ''), keep).replace(
    literal,
    (whole, _ticks: string | undefined, code: string | undefined, escaped: string | undefined) =>
      keep(code ?? escaped ?? spoken(whole, mentions, words)),
  );
  text = text.replace(link, '$1').replace(address, '$1');
  for (const mark of emphasis) text = text.replace(mark, '$1');
  text = text.replace(/\0(\d+)\0/g, (_, index: string) => aside[Number(index)] ?? '');
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= longest) return line;
  const start = cut(line, longest).replace(halfUnsaid, '').trimEnd();
  return dots ? `${start.replace(/ \S*$/, '')} …` : start;
}

/** An excerpt for every reader in the words of one. */
export function inWords(excerpt: string, words: MentionWords): string {
  return excerpt.replace(unsaid, (_, role?: Role, other?: 'channel' | 'someone', mark?: MarkKind) =>
    role ? words.role(role) : words[mark ?? other ?? 'someone'],
  );
}

/** How a mention, a mark or an address reads. */
function spoken(whole: string, mentions: readonly Mentioned[], words: MentionWords): string {
  if (whole.startsWith('<#')) return `#${words[markOf(whole).kind]}`;
  return whole.startsWith('<') ? called(mentionedBy(whole, mentions), words) : whole;
}

/** How a mention reads. */
export function called(mentioned: Mentioned | undefined, words: MentionWords): string {
  switch (mentioned?.kind) {
    case 'person':
    case 'partnership':
      return `@${mentioned.name}`;
    case 'role':
      return `@${words.role(mentioned.role)}`;
    case 'channel':
      return `@${words.channel}`;
    case undefined:
      return `@${words.someone}`;
  }
}

/** The lines on one, without the marks of headings, quotes, lists and tables; what stands between fences as it is. */
function withoutLineMarks(body: string, keep: (text: string) => string): string {
  let open: string | undefined;
  const lines: string[] = [];
  for (const line of body.split(/\r\n?|\n/)) {
    const mark = fence.exec(line)?.[1];
    if (open === undefined && mark !== undefined) open = mark;
    else if (open !== undefined && mark?.startsWith(open)) open = undefined;
    else if (open !== undefined) lines.push(keep(line));
    else if (!rule.test(line)) lines.push(line.replace(lineMarks, '').replace(/^\s*\|(.*)\|\s*$/, '$1'));
  }
  return lines.join(' ');
}

/** Never half of a surrogate pair. */
function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const last = text.charCodeAt(longest - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? longest - 1 : longest).trimEnd();
}
