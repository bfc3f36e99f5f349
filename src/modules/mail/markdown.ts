/**
 * What people wrote as Markdown, as the HTML of a letter: element by element from the parsed tree, so that nothing of it
 * is ever HTML of theirs. It is read as the pages read it (web/src/features/messages/markdown.ts).
 */
import type { ListItem, Nodes, Parents, TableRow } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

const options = {
  extensions: [
    gfm(),
    {
      disable: {
        null: [
          'characterReference',
          'codeIndented',
          'definition',
          'gfmFootnoteCall',
          'gfmFootnoteDefinition',
          'gfmPotentialFootnoteCall',
          'htmlFlow',
          'htmlText',
          'setextUnderline',
        ],
      },
    },
  ],
  mdastExtensions: [gfmFromMarkdown()],
};

/** Beyond these the parser takes longer than a letter is worth, and nobody writes so. */
const mostMarks = 600;
const deepest = 12;
const marks = /\*{1,3}|_{1,3}|~{1,2}|`+|[[\]<&\\@!|]|:\/\/|^[ \t>]*(?:[-+]|\d{1,9}[.)])[ \t]/gm;
const tooDeep = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))){9}|^[ \t]{24,}(?:[-+*]|\d{1,9}[.)])[ \t]|`{10}/m;

/** A broadcast goes to thousands, and each letter is read once to be weighed and once to be sent. */
const latest = new Map<string, string>();
const kept = 32;

export function markdownAsHtml(body: string): string {
  const html = latest.get(body) ?? read(body);
  latest.delete(body);
  latest.set(body, html);
  const [oldest] = latest.keys();
  if (latest.size > kept && oldest !== undefined) latest.delete(oldest);
  return html;
}

/** What has more markup than anybody writes is the text that it is. */
function read(body: string): string {
  const text = body.replace(/\r\n?/g, '\n');
  if (tooDeep.test(text) || (text.match(marks)?.length ?? 0) > mostMarks) return paragraph(lined(text));
  return inside(fromMarkdown(text, options), 0);
}

function inside(parent: Parents, depth: number): string {
  return parent.children.map((node) => elementOf(node, depth + 1)).join('');
}

const paragraph = (html: string) => `<p style="margin:0 0 12px">${html}</p>`;

function elementOf(node: Nodes, depth: number): string {
  if (depth > deepest) return lined(textOf(node));
  switch (node.type) {
    case 'text':
      return lined(node.value);
    case 'paragraph':
      return paragraph(inside(node, depth));
    case 'emphasis':
      return `<em>${inside(node, depth)}</em>`;
    case 'strong':
      return `<strong>${inside(node, depth)}</strong>`;
    case 'delete':
      return `<del>${inside(node, depth)}</del>`;
    case 'inlineCode':
      return `<code>${escaped(node.value)}</code>`;
    case 'break':
      return '<br>';
    case 'link':
      return leading(node.url, inside(node, depth) || escaped(node.url));
    case 'image':
      // Nothing is fetched from elsewhere when a letter is opened.
      return leading(node.url, escaped(node.alt ?? '') || escaped(node.url));
    case 'heading':
      return `<h3 style="margin:16px 0 8px;font-size:17px">${inside(node, depth)}</h3>`;
    case 'blockquote':
      return `<blockquote style="margin:0 0 12px;padding-left:12px;border-left:3px solid #d5dde2">${inside(node, depth)}</blockquote>`;
    case 'list':
      return node.ordered
        ? `<ol start="${node.start ?? 1}" style="margin:0 0 12px;padding-left:28px">${inside(node, depth)}</ol>`
        : `<ul style="margin:0 0 12px;padding-left:28px">${inside(node, depth)}</ul>`;
    case 'listItem':
      return `<li>${typeof node.checked === 'boolean' ? (node.checked ? '☑ ' : '☐ ') : ''}${itemOf(node, depth)}</li>`;
    case 'code':
      return `<pre style="margin:0 0 12px;white-space:pre-wrap;word-break:break-word">${escaped(node.value)}</pre>`;
    case 'thematicBreak':
      return '<hr style="border:0;border-top:1px solid #d5dde2">';
    case 'table':
      return `<div style="margin:0 0 12px;overflow-x:auto"><table style="border-collapse:collapse;font-size:15px">${node.children.map((row, n) => rowOf(row, n === 0, depth)).join('')}</table></div>`;
    default:
      return lined(textOf(node));
  }
}

/** Lines that were written close together stay so. */
function itemOf(item: ListItem, depth: number): string {
  if (item.spread) return inside(item, depth);
  return item.children
    .map((node) => (node.type === 'paragraph' ? inside(node, depth + 1) : elementOf(node, depth + 1)))
    .join('');
}

/** What a column holds stands in the first row. */
function rowOf(row: TableRow, first: boolean, depth: number): string {
  const cell = 'padding:6px 8px;border:1px solid #d5dde2;vertical-align:top;text-align:left;overflow-wrap:break-word';
  const cells = row.children.map((one) =>
    first
      ? `<th scope="col" style="${cell};background:#f0f3f5">${inside(one, depth + 1)}</th>`
      : `<td style="${cell}">${inside(one, depth + 1)}</td>`,
  );
  return `<tr>${cells.join('')}</tr>`;
}

/** Leads only where a person may sensibly be led. */
function leading(url: string, html: string): string {
  return /^(https?:\/\/|mailto:)/i.test(url) ? `<a href="${escaped(url)}" style="color:#0b4f6c">${html}</a>` : html;
}

function textOf(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

const lined = (text: string) => escaped(text).replaceAll('\n', '<br>');

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
