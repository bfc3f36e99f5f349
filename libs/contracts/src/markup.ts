/** How bodies are read as Markdown, wherever they are: the way people in offices write it. Free of schemas and of the parser. */

/** What of CommonMark and GFM is not theirs, by micromark's names: it stays the text that it is. */
export const notMarkup = [
  'characterReference',
  'codeIndented',
  'definition',
  'gfmFootnoteCall',
  'gfmFootnoteDefinition',
  'gfmPotentialFootnoteCall',
  'htmlFlow',
  'htmlText',
  'setextUnderline',
];

/** Beyond these the parser takes longer than a reader should wait, and nobody writes so. */
const mostMarks = 600;
const mostLinesAndCells = 1_500;
const marks = /\*{1,3}|_{1,3}|~{1,2}|`+|[[\]<&\\@!]|:\/\/|^[ \t>]*(?:[-+]|\d{1,9}[.)])[ \t]/gm;
/** Nine quotes and lists in each other, or a list as far to the right. */
const tooDeep = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))){9}|^[ \t]{24,}(?:[-+*]|\d{1,9}[.)])[ \t]|`{10}/m;

/** More markup than a message can sensibly have: it is then shown as the text it is. Lines end with `\n`. */
export function isTooMuchMarkup(text: string): boolean {
  return tooDeep.test(text) || count(text, marks) > mostMarks || count(text, /[\n|]/g) > mostLinesAndCells;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
