/**
 * A body read as Markdown, the way people in offices write it: what is not theirs (HTML, indented code, underlined
 * headings, footnotes, references) stays the text that it is. It comes in a part of its own, when a message needs it.
 */
import { isTooMuchMarkup, notMarkup } from '@hub/contracts/markup';
import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

const options = {
  extensions: [gfm(), { disable: { null: notMarkup } }],
  mdastExtensions: [gfmFromMarkdown()],
};

/** Nothing where there is more markup than a message can sensibly have: it is then shown as the text it is. */
export function parse(body: string): Root | undefined {
  const known = recent.get(body);
  if (known) return known;
  const root = parseAnew(body);
  if (root) remember(body, root);
  return root;
}

/** Rows that scroll out of view and back are not read again, as long as all of them together are no long book. */
const recent = new Map<string, Root>();
const mostRemembered = 60_000;
let remembered = 0;

function remember(body: string, root: Root): void {
  recent.set(body, root);
  remembered += body.length;
  for (const oldest of recent.keys()) {
    if (remembered <= mostRemembered) return;
    recent.delete(oldest);
    remembered -= oldest.length;
  }
}

function parseAnew(body: string): Root | undefined {
  const text = body.replace(/\r\n?/g, '\n');
  return isTooMuchMarkup(text) ? undefined : fromMarkdown(withQuotesEnded(text), options);
}

const fenceOrQuote = /^ {0,3}(`{3}|~{3})[^]*?^ {0,3}\1|^( {0,3}>.*\n)(?! {0,3}>|[ \t]*$)/gm;

/** An answer written right below a quote is not part of it. */
function withQuotesEnded(text: string): string {
  return text.replace(fenceOrQuote, (whole, _fence, quote: string | undefined) =>
    quote === undefined ? whole : `${quote}\n`,
  );
}
