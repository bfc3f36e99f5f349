import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { csvOf } from './csv';

describe('comma-separated values', () => {
  it('are read back by somebody else as they were', () => {
    const rows = [
      ['Milestone', 'State'],
      ['Report, with "audit"', 'Done'],
      ['Two\r\nlines; or three', ''],
      ['Växjö – An Giang', 'jämställdhet'],
    ];
    const options = { bom: true, recordDelimiter: '\r\n' };
    expect(parse(csvOf(rows, 'en'), options)).toEqual(rows);
    expect(parse(csvOf(rows, 'sv'), { ...options, delimiter: ';' })).toEqual(rows);
  });

  it('hold nothing that a spreadsheet would calculate', () => {
    for (const text of ['=1+1', '+46', '-2', '@here', '\tx', '\rx'])
      expect(parse(csvOf([[text]], 'en'), { bom: true })).toEqual([[`'${text}`]]);
    expect(csvOf([['a=1', '2']], 'en')).toBe('\uFEFFa=1,2\r\n');
  });
});
