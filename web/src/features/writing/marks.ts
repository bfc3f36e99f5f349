/** What the keyboard does for somebody who writes Markdown: marks around a selection, and the next point of a list. */

/** A part of a text to be replaced, and what is selected afterwards, counted in the text that it makes. */
export interface Replacement {
  from: number;
  to: number;
  text: string;
  selected: readonly [start: number, end: number];
}

/** The keys, together with Ctrl, and what they put around a selection. */
export const marks: Partial<Record<string, string>> = { b: '**', i: '_' };

const point = /^([ \t]*)([-*+]|(\d{1,8})([.)])|>)( +)(\[[ xX]\] +)?/;

/** Marks around each line of the selection, close to its words; taken away where they stand already. */
export function toggleMark(text: string, start: number, end: number, mark: string): Replacement {
  const { length } = mark;
  if (text.slice(start - length, start) === mark && text.slice(end, end + length) === mark) {
    const from = start - length;
    return { from, to: end + length, text: text.slice(start, end), selected: [from, end - length] };
  }
  const selected = text.slice(start, end);
  if (selected.trim() === '')
    return { from: start, to: start, text: mark + mark, selected: [start + length, start + length] };
  const marked = selected.split('\n').map((line) => {
    const before = point.exec(line)?.[0] ?? /^\s*/.exec(line)?.[0] ?? '';
    const words = line.slice(before.length).trimEnd();
    return words === '' ? line : before + mark + words + mark + line.slice(before.length + words.length);
  });
  const all = marked.join('\n');
  const first = all.indexOf(mark);
  const last = all.lastIndexOf(mark);
  return { from: start, to: end, text: all, selected: [start + first + length, start + last] };
}

/** The next point of the list that the caret stands in, or the end of the list after an empty point; nothing elsewhere. */
export function nextPoint(text: string, caret: number): Replacement | undefined {
  const lineStart = text.lastIndexOf('\n', caret - 1) + 1;
  const line = text.slice(lineStart, caret);
  const found = point.exec(line);
  if (!found) return undefined;
  const [whole, indent = '', sign = '', number, dot = '', space = '', box] = found;
  if (line === whole) return { from: lineStart, to: caret, text: '', selected: [lineStart, lineStart] };
  const next = number === undefined ? sign : `${Number(number) + 1}${dot}`;
  const added = `\n${indent}${next}${space}${box === undefined ? '' : '[ ] '}`;
  return { from: caret, to: caret, text: added, selected: [caret + added.length, caret + added.length] };
}
