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
    if ('quoted' in part) return [part.quoted.replace(/^/gm, '> ').replace(/ +$/gm, '')];
    if ('code' in part) return [`    ${part.code}`];
    const name = 'link' in part ? part.link : part.also;
    return [`${/[.?!…:]$/.test(name) ? name : `${name}:`}\n${part.address}`];
  });
}

/**
 * One column that needs no styles to be read. Its colours stand on the elements, since many mail programs drop the rest;
 * those that read the sheet have it dark where their reader has everything dark.
 */
export function htmlOf(letter: Letter): string {
  const titles = letter.parts.filter((part) => part !== null && 'heading' in part).length;
  return `<!doctype html>
<html lang="${letter.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${escaped(letter.subject)}</title>
<style>${sheet}</style>
</head>
<body style="margin:0;padding:16px 8px;background:#f0f3f5;color:#17222a;font:16px/1.5 system-ui,'Segoe UI',Roboto,Helvetica,Arial,sans-serif">
<main style="box-sizing:border-box;max-width:600px;margin:0 auto;padding:24px 24px 8px;border-top:4px solid #0b4f6c;background:#ffffff;overflow-wrap:anywhere">
${elementsOf(letter.parts, titles === 1)}
</main>
<footer style="box-sizing:border-box;max-width:600px;margin:0 auto;padding:16px 24px;color:#4a5a66;font-size:14px;overflow-wrap:anywhere">
<p style="margin:0 0 12px;font-weight:600">Samverka</p>
${elementsOf(letter.foot ?? [], false)}
</footer>
</body>
</html>
`;
}

/** What stands on the elements wins over a sheet that does not insist. */
const sheet = `
:root{color-scheme:light dark}
@media (prefers-color-scheme:dark){
body{background:#0f1519!important;color:#e6edf1!important}
main{background:#18222a!important;border-color:#7cc4e6!important}
footer{color:#a9b8c2!important}
a{color:#8fcdea!important}
a.do{background:#8fcdea!important;color:#0b1a22!important}
.quoted,blockquote,td,th,hr,h2{border-color:#435562!important}
th{background:#22303a!important}
}`;

/** The only title of a letter is its heading; of several each begins a part of it. */
function elementsOf(parts: readonly (Part | null)[], titled: boolean): string {
  const shown = parts.flatMap((part) => part ?? []);
  return shown
    .map((part, n) => ('heading' in part ? headingOf(part.heading, titled, n === 0) : partOf(part)))
    .join('\n');
}

function headingOf(heading: string, titled: boolean, first: boolean): string {
  if (titled) return `<h1 style="margin:0 0 12px;font-size:22px;line-height:1.3">${escaped(heading)}</h1>`;
  const apart = first ? 'margin:0 0 8px' : 'margin:32px 0 8px;padding-top:20px;border-top:1px solid #d5dde2';
  return `<h2 style="${apart};font-size:19px;line-height:1.3">${escaped(heading)}</h2>`;
}

function partOf(part: Exclude<Part, { heading: string }>): string {
  if ('text' in part) return `<p style="margin:0 0 16px">${escaped(part.text).replaceAll('\n', '<br>')}</p>`;
  if ('quoted' in part)
    return `<div class="quoted" style="margin:0 0 16px;padding:2px 0 2px 16px;border-left:3px solid #9fb3bf">${markdownAsHtml(part.quoted)}</div>`;
  if ('code' in part)
    return `<p style="margin:0 0 16px;font:700 30px/1.4 ui-monospace,Consolas,monospace;letter-spacing:4px">${escaped(part.code)}</p>`;
  const address = escaped(part.address);
  if ('also' in part)
    return `<p style="margin:0 0 12px"><a href="${address}" style="color:#0b4f6c">${escaped(part.also)}</a></p>`;
  return `<p style="margin:24px 0"><a class="do" href="${address}" style="display:inline-block;padding:12px 20px;border-radius:6px;background:#0b4f6c;color:#ffffff;font-weight:600;text-decoration:none">${escaped(part.link)}</a></p>`;
}
