import { describe, expect, it } from '@jest/globals';
import { csvOf } from './csv.js';

const lineOf = (...cells: string[]) => csvOf([cells]).slice(1).trimEnd();

describe('a table as CSV', () => {
  it('keeps commas, quotes and lines inside their cells', () => {
    expect(lineOf('a,b', 'she said "no"', 'two\nlines', 'plain')).toBe('"a,b","she said ""no""","two\nlines",plain');
  });

  it.each(['=1+1', '+46', '-2', '@SUM(A1)', ' =cmd', '\t=1', '\r=1'])('takes the formula out of %j', (text) => {
    expect(lineOf(text).replace(/^"/, '').startsWith("'")).toBe(true);
  });

  it('leaves dates and JSON as they are', () => {
    expect(lineOf('2026-11-29T08:00:00.000Z')).toBe('2026-11-29T08:00:00.000Z');
    expect(lineOf('{"untilOn":null}')).toBe('"{""untilOn"":null}"');
  });
});
