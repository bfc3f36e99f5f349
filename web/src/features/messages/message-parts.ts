/** A body without markup taken apart for display: paragraphs of lines of text, mentions, marks and links. */
import { markOf, markToken, mentionedBy, mentionToken, type Mentioned, type MarkKind } from '@hub/contracts/mentions';
import { safeHref } from './links';

export type Part =
  | { kind: 'text'; text: string }
  | { kind: 'mention'; mentioned: Mentioned | undefined }
  | { kind: 'mark'; mark: { kind: MarkKind; id: string } }
  | { kind: 'link'; href: string; text: string };

export type Paragraph = Part[][];

/**
 * Whether a body has anything that Markdown would show differently. It may say so of a body that has not, and then only
 * costs the parser's arrival; mentions and addresses alone never make it say so.
 */
export function hasMarkup(body: string): boolean {
  return markup.test(body);
}

const markup = new RegExp(
  [
    /\*[^\s*][^*]*\*|\*\*\S/, // emphasis
    /(?<![\p{L}\p{N}/_=&?.-])_{1,2}[^\s_][^_]*_/u,
    /~[^\s~/][^~]*~/,
    /`[^`]/,
    /\]\(/, // links and images
    /<(?:#|[a-z][a-z\d+.-]*:|[^\s<>@]+@)/, // marks, whose cards come with Markdown, and addresses in angle brackets
    /\\[*_~`#[\]<>|-]/,
    /^[ \t]*(?:#{1,6}[ \t]|>|[-+*][ \t]|\d{1,9}[.)][ \t]|`{3}|~{3})/, // headings, quotes, lists, code
    /^(?=.*-)(?=.*[|:])[ \t|:-]+$|^[ \t]*(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/, // tables and rules
  ]
    .map(({ source }) => source)
    .join('|'),
  'imu',
);

export function messageParts(body: string, mentions: readonly Mentioned[]): Paragraph[] {
  return body
    .replace(/\r\n?/g, '\n')
    .split(/\n[^\S\n]*\n\s*/)
    .map((paragraph) => paragraph.replace(/^\n+|\s+$/g, ''))
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => paragraph.split('\n').map((line) => lineParts(line, mentions)));
}

const webAddress = /(?:https?:\/\/|(?<![\w.-])www\.)[^\s<>"]+/;
const mailAddress = /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?![\w-])/;
const tokens = new RegExp(`${mentionToken.source}|${markToken.source}`, 'gi');
const special = new RegExp(`${tokens.source}|(${webAddress.source})|${mailAddress.source}`, 'gi');

function lineParts(line: string, mentions: readonly Mentioned[]): Part[] {
  return partsOf(line, special, ([found, web]) => {
    if (found.startsWith('<')) return named(found, mentions);
    const text = web === undefined ? found : withoutPunctuation(web);
    const href = safeHref(web === undefined ? `mailto:${text}` : text);
    return href === undefined ? undefined : { kind: 'link', href, text };
  });
}

/** An address without the punctuation of the sentence around it. */
function withoutPunctuation(found: string): string {
  let address = found.replace(/[.,;:!?'’”»*_]+$/, '');
  while (address.endsWith(')') && count(address, ')') > count(address, '('))
    address = address.slice(0, -1).replace(/[.,;:!?]+$/, '');
  while (address.endsWith(']') && count(address, ']') > count(address, '[')) address = address.slice(0, -1);
  return address;
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}

function named(token: string, mentions: readonly Mentioned[]): Part {
  return token[1] === '#'
    ? { kind: 'mark', mark: markOf(token) }
    : { kind: 'mention', mentioned: mentionedBy(token, mentions) };
}

/** Text that has been parsed already, so that only its mentions and marks are left to find. */
export function mentionParts(text: string, mentions: readonly Mentioned[]): Part[] {
  return partsOf(text, tokens, ([found]) => named(found, mentions));
}

function partsOf(line: string, pattern: RegExp, read: (match: RegExpExecArray) => Part | undefined): Part[] {
  const parts: Part[] = [];
  let at = 0;
  const text = (until: number) => {
    if (until > at) parts.push({ kind: 'text', text: line.slice(at, until) });
  };
  for (const match of line.matchAll(pattern)) {
    const part = read(match);
    if (part === undefined) continue;
    text(match.index);
    parts.push(part);
    at = match.index + (part.kind === 'link' ? part.text : match[0]).length;
  }
  text(line.length);
  return parts;
}
