/** A letter as its writer thinks of it, and the two texts that leave: plain and HTML, with the same words. */
import type { Locale } from '@hub/contracts';
import { escaped, markdownAsHtml } from './markdown.js';

export interface Letter {
  /** What sort of letter it is, for the ledger, e.g. `sign_in`. */
  kind: string;
  /** What it is about; with the kind and the receiver, what it is found by. */
  subjectId: string;
  /** Letters with the same key are one letter. */
  dedupeKey: string;
  /** Null for somebody without an account. */
  personId: string | null;
  to: { name: string; address: string };
  locale: Locale;
  subject: string;
  /** Letters to one person with the same thread stand together in a mail program, e.g. those about a topic. */
  thread?: string;
  /** Where a mail program posts to, with one click, for no more letters of this sort. */
  unsubscribe?: string;
  /** In this order; what is null is left out. */
  parts: readonly (Part | null)[];
  /** Below the letter: why it came, and how it comes no more. */
  foot?: readonly (Part | null)[];
}

export type Part =
  | { text: string }
  /** Where a new matter begins. */
  | { heading: string }
  /** What somebody wrote, as Markdown without tokens: names stand in it already. */
  | { quoted: string }
  /** The one thing to do. */
  | { link: string; address: string }
  /** One of several things that may be done. */
  | { also: string; address: string }
  /** Something to copy by hand. */
  | { code: string };

export function plainOf({ parts, foot = [] }: Letter): string {
  const below = linesOf(foot);
  return `${linesOf(parts).join('\n\n')}\n\n-- \nSamverka\n${below.length > 0 ? `\n${below.join('\n\n')}\n` : ''}`;
}

function linesOf(parts: readonly (Part | null)[]): string[] {
  return parts.flatMap((part) => {
    if (part === null) return [];
    if ('text' in part) return [part.text];
    if ('heading' in part) return [`${part.heading}\n${'='.repeat(Math.min(part.heading.length, 60))}`];
    if ('quoted' in part) return [part.quoted.replace(/^/gm, '> ')];
    if ('code' in part) return [`    ${part.code}`];
    return [`${'link' in part ? part.link : part.also}:\n${part.address}`];
  });
}

/** One column that needs no styles to be read; the few it has stand on the elements, since mail programs drop the rest. */
export function htmlOf(letter: Letter): string {
  return `<!doctype html>
<html lang="${letter.locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(letter.subject)}</title></head>
<body style="margin:0;padding:24px;background:#ffffff;color:#17222a;font:17px/1.5 system-ui,'Segoe UI',sans-serif">
<main style="max-width:560px;margin:0 auto">
${elementsOf(letter.parts)}
<div style="margin:32px 0 0;padding-top:16px;border-top:1px solid #d5dde2;color:#4a5a66;font-size:14px">
<p style="margin:0 0 16px">Samverka</p>
${elementsOf(letter.foot ?? [])}
</div>
</main>
</body>
</html>
`;
}

function elementsOf(parts: readonly (Part | null)[]): string {
  return parts.map((part) => (part === null ? '' : partOf(part))).join('\n');
}

function partOf(part: Part): string {
  if ('text' in part) return `<p style="margin:0 0 16px">${escaped(part.text).replaceAll('\n', '<br>')}</p>`;
  if ('heading' in part)
    return `<h2 style="margin:32px 0 8px;font-size:19px;line-height:1.3">${escaped(part.heading)}</h2>`;
  if ('quoted' in part)
    return `<div style="margin:0 0 16px;padding-left:16px;border-left:3px solid #d5dde2">${markdownAsHtml(part.quoted)}</div>`;
  if ('code' in part)
    return `<p style="margin:0 0 16px;font:700 28px/1.4 ui-monospace,Consolas,monospace;letter-spacing:4px">${escaped(part.code)}</p>`;
  const address = escaped(part.address);
  if ('also' in part)
    return `<p style="margin:0 0 16px"><a href="${address}" style="color:#0b4f6c">${escaped(part.also)}</a></p>`;
  return `<p style="margin:24px 0"><a href="${address}" style="display:inline-block;padding:12px 20px;border-radius:6px;background:#0b4f6c;color:#ffffff;font-weight:600;text-decoration:none">${escaped(part.link)}</a></p>
<p style="margin:0 0 16px;color:#4a5a66;font-size:14px;word-break:break-all">${address}</p>`;
}
