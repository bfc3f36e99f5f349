/** A body taken apart for display: paragraphs of lines of text, mentions and links. Nothing of it is ever markup. */
import type { Mentionable } from './mention-tokens';

export type Part =
  | { kind: 'text'; text: string }
  | { kind: 'mention'; id: string; name: string | undefined }
  | { kind: 'link'; href: string; text: string };

export type Paragraph = Part[][];

const special = /<@([0-9a-f-]{36})>|https:\/\/[^\s<>"]+/gi;

export function messageParts(body: string, mentions: readonly Mentionable[]): Paragraph[] {
  return body
    .replace(/\r\n?/g, '\n')
    .split(/\n[^\S\n]*\n\s*/)
    .map((paragraph) => paragraph.replace(/^\n+|\s+$/g, ''))
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => paragraph.split('\n').map((line) => lineParts(line, mentions)));
}

function lineParts(line: string, mentions: readonly Mentionable[]): Part[] {
  const parts: Part[] = [];
  let at = 0;
  const text = (until: number) => {
    if (until > at) parts.push({ kind: 'text', text: line.slice(at, until) });
  };
  for (const match of line.matchAll(special)) {
    const id = match[1];
    const href = id === undefined ? linkIn(match[0]) : undefined;
    if (id === undefined && href === undefined) continue;
    text(match.index);
    if (id !== undefined) parts.push({ kind: 'mention', id, name: mentions.find((one) => one.id === id)?.name });
    else if (href !== undefined) parts.push({ kind: 'link', href, text: href });
    at = match.index + (href ?? match[0]).length;
  }
  text(line.length);
  return parts;
}

/** The address without the punctuation of the sentence around it; nothing when it names no host. */
function linkIn(found: string): string | undefined {
  let href = found.replace(/[.,;:!?'’”»*_]+$/, '');
  while (href.endsWith(')') && count(href, ')') > count(href, '(')) href = href.slice(0, -1).replace(/[.,;:!?]+$/, '');
  while (href.endsWith(']') && count(href, ']') > count(href, '[')) href = href.slice(0, -1);
  return URL.canParse(href) && new URL(href).hostname.includes('.') ? href : undefined;
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}
