import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { csvOf } from './csv';

describe('comma-separated values', () => {
  it('are read back by somebody else as they were', () => {
    const rows = [
      ['Milestone', 'State'],
      ['Report, with "audit"', 'Done'],
      ['Two\r\nlines', ''],
      ['Växjö – An Giang', 'jämställdhet'],
    ];
    expect(parse(csvOf(rows), { bom: true, recordDelimiter: '\r\n' })).toEqual(rows);
  });

  it('hold nothing that a spreadsheet would calculate', () => {
    for (const text of ['=1+1', '+46', '-2', '@here', '\tx', '\rx'])
      expect(parse(csvOf([[text]]), { bom: true })).toEqual([[`'${text}`]]);
    expect(csvOf([['a=1']])).toBe('\uFEFFa=1\r\n');
  });
});
