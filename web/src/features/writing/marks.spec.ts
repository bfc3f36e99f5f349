import { describe, expect, it } from '@jest/globals';
import { nextPoint, toggleMark, type Replacement } from './marks';

/** `|` stands at both ends of a selection. */
function change(marked: string, by: (text: string, start: number, end: number) => Replacement | undefined) {
  const start = marked.indexOf('|');
  const end = marked.lastIndexOf('|') - (start === marked.lastIndexOf('|') ? 0 : 1);
  const text = marked.replaceAll('|', '');
  const made = by(text, start, end);
  if (!made) return undefined;
  const all = text.slice(0, made.from) + made.text + text.slice(made.to);
  const [first, last] = made.selected;
  return first === last
    ? `${all.slice(0, first)}|${all.slice(first)}`
    : `${all.slice(0, first)}|${all.slice(first, last)}|${all.slice(last)}`;
}

const bold = (text: string) => change(text, (all, start, end) => toggleMark(all, start, end, '**'));
const italic = (text: string) => change(text, (all, start, end) => toggleMark(all, start, end, '_'));
const line = (text: string) => change(text, (all, caret) => nextPoint(all, caret));

describe('marks', () => {
  it('stand around the selection, and go again', () => {
    expect(bold('a |word| here')).toBe('a **|word|** here');
    expect(bold('a **|word|** here')).toBe('a |word| here');
    expect(italic('|word|')).toBe('_|word|_');
    expect(italic('**|word|**')).toBe('**_|word|_**');
  });

  it('stand ready where nothing is selected', () => {
    expect(bold('a |')).toBe('a **|**');
    expect(bold('a **|**')).toBe('a |');
  });

  it('stay close to the words, line by line', () => {
    expect(bold('a| word |here')).toBe('a **|word|** here');
    expect(bold('|- one\n\n2. two |')).toBe('- **|one**\n\n2. **two|** ');
  });
});

describe('a new line', () => {
  it('goes on with the list', () => {
    expect(line('- one|')).toBe('- one\n- |');
    expect(line('  9. nine|, ten')).toBe('  9. nine\n  10. |, ten');
    expect(line('- [x] done|')).toBe('- [x] done\n- [ ] |');
    expect(line('> said|')).toBe('> said\n> |');
  });

  it('ends the list after an empty point', () => {
    expect(line('- one\n- |')).toBe('- one\n|');
    expect(line('1. |')).toBe('|');
  });

  it('is only a line elsewhere', () => {
    expect(line('one|')).toBeUndefined();
    expect(line('-5 degrees|')).toBeUndefined();
    expect(line('|- one')).toBeUndefined();
  });
});
