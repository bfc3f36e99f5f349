import { describe, expect, it } from '@jest/globals';
import { readList } from './invitation-list.js';

const today = '2026-11-29';
const header = 'email,name,role,partnership,side,until,language';
const good = 'amara@example.org,Amara Mwansa,Team member,Kumla-Mto,International,2027-12-31,en';

/** The faults of a file: of itself, then of each line as `line:column:problem`. */
function faults(csv: string): string[] {
  const { faults: whole, people } = readList(csv, today);
  return [
    ...whole.map(({ column, problem }) => `${column ?? ''}:${problem}`),
    ...people.flatMap(({ line, faults: own }) =>
      own.map(({ column, problem }) => `${line}:${column ?? ''}:${problem}`),
    ),
  ];
}
const line = (cells: Partial<Record<string, string>>) => {
  const whole = {
    email: 'a@example.org',
    name: 'A',
    role: 'expert',
    partnership: '',
    side: '',
    until: '',
    language: '',
    ...cells,
  };
  return `${header}\n${header
    .split(',')
    .map((column) => whole[column as keyof typeof whole])
    .join(',')}`;
};
const many = (count: number) =>
  `${header}\n${Array.from({ length: count }, (_, n) => `a${n}@example.org,A,expert,,,,`).join('\n')}`;

describe('a list of people to invite', () => {
  it('is read as spreadsheets save it', () => {
    const person = {
      email: 'amara@example.org',
      name: 'Amara Mwansa',
      role: 'team_member',
      partnership: 'Kumla-Mto',
      side: 'international',
      lastOn: '2027-12-31',
      locale: 'en',
      faults: [],
    };
    const swedish = `\uFEFFE-post;Namn;Roll;Partnerskap;Sida;Till;Språk\r\nAMARA@example.org;"Amara ""Mai"" Mwansa";teammedlem;Kumla-Mto;internationell;;svenska\r\n;;;;;;\r\n`;
    expect(readList(`${header}\n${good}`, today).people).toEqual([{ line: 2, ...person }]);
    expect(readList(`${header}\r\n\r\n${good}\r\n`, today).people).toEqual([{ line: 3, ...person }]);
    expect(readList(`${header}\n${good}`.replaceAll(',', '\t'), today).people).toEqual([{ line: 2, ...person }]);
    expect(readList(swedish, today).people).toMatchObject([
      { email: 'AMARA@example.org', name: 'Amara "Mai" Mwansa', side: 'international', locale: 'sv' },
    ]);
    expect(readList(many(500), today)).toMatchObject({ faults: [] });
  });

  it('shows a formula as the text it is', () => {
    expect(readList(line({ name: '=HYPERLINK(1)' }), today).people[0]).toMatchObject({
      name: '=HYPERLINK(1)',
      faults: [],
    });
  });

  const cases: [string, string, string[]][] = [
    ['nothing', '', [':empty']],
    ['blanks', ' \n\n ', [':empty']],
    ['a header alone', header, [':empty']],
    ['a byte order mark alone', '\uFEFF', [':empty']],
    ['another encoding', `${header}\n\uFFFDsa@example.org,\uFFFD,expert`, [':not_utf8']],
    ['no header', good, [':no_header']],
    ['prose', 'Please invite them all.\nThank you', [':no_header']],
    ['a web page', '<html><body>\n<p>x</p>', [':no_header']],
    ['an unknown column', `${header},shoe size\n${good},44`, [':unknown_column']],
    ['two unknown columns', 'email,name,role,a,b\nx@example.org,X,expert,1,2', [':unknown_column', ':unknown_column']],
    ['a nameless column', 'email,name,role,\nx@example.org,X,expert,1', [':unknown_column']],
    ['a column twice', 'email,name,role,e-post\nx@example.org,X,expert,y@example.org', ['email:double_column']],
    ['no addresses', 'name,role\nX,expert', ['email:missing_column']],
    ['no names', 'email,role\nx@example.org,expert', ['name:missing_column']],
    ['no roles', 'email,name\nx@example.org,X', ['role:missing_column']],
    ['nothing needed', 'side\nswedish', ['email:missing_column', 'name:missing_column', 'role:missing_column']],
    ['too many people', many(501), [':too_many_lines']],
    ['an open quotation', `${header}\n"a@example.org,A,expert,,,,`, [':not_csv']],
    ['a quotation within', `${header}\na@example.org,A "B" C,expert,,,,`, [':not_csv']],
    ['a line longer than a book', `${header}\na@example.org,${'A'.repeat(20_000)},expert,,,,`, [':not_csv']],
    ['a cell too many', `${header}\na@example.org,A,expert,,,,,more`, ['2::too_many_cells']],
    ['a comma in a name', `${header}\na@example.org,Mwansa, Amara,expert,,,,`, ['2:role:unknown_role']],
    ['cells too few', `${header}\na@example.org,A,expert`, ['2::too_few_cells']],
    ['one cell', `${header}\na@example.org`, ['2::too_few_cells', '2:name:required', '2:role:required']],
    ['no address', line({ email: '' }), ['2:email:required']],
    ['no name', line({ name: '' }), ['2:name:required']],
    ['a name of blanks', line({ name: '   ' }), ['2:name:required']],
    ['no role', line({ role: '' }), ['2:role:required']],
    ['an address without @', line({ email: 'amara.example.org' }), ['2:email:not_an_address']],
    ['an address without a domain', line({ email: 'amara@' }), ['2:email:not_an_address']],
    ['an address without an end', line({ email: 'amara@example' }), ['2:email:not_an_address']],
    ['two addresses', line({ email: 'a@example.org;b@example.org' }), ['2:email:not_an_address']],
    ['an address with a name', line({ email: 'Amara <a@example.org>' }), ['2:email:not_an_address']],
    ['an address with a blank', line({ email: 'a b@example.org' }), ['2:email:not_an_address']],
    ['an address of a link', line({ email: 'mailto:a@example.org' }), ['2:email:not_an_address']],
    [
      'an address with a line in it',
      line({ email: '"a@example.org\nBcc: b@example.org"' }),
      ['3:email:malformed', '3:email:not_an_address'],
    ],
    [
      'an address too long',
      line({ email: `${'a'.repeat(250)}@example.org` }),
      ['2:email:too_long', '2:email:not_an_address'],
    ],
    ['a name too long', line({ name: 'A'.repeat(121) }), ['2:name:too_long']],
    ['a name with NUL', line({ name: 'A\0B' }), ['2:name:malformed']],
    ['a name with a line in it', line({ name: '"A\nB"' }), ['3:name:malformed']],
    ['a name of half a character', line({ name: 'A\uD800' }), [':not_utf8']],
    ['an unknown role', line({ role: 'king' }), ['2:role:unknown_role']],
    ['a role of Object', line({ role: 'constructor' }), ['2:role:unknown_role']],
    ['an unknown side', line({ side: 'left' }), ['2:side:unknown_side']],
    ['a side of Object', line({ side: '__proto__' }), ['2:side:unknown_side']],
    ['an unknown language', line({ language: 'tlhIngan' }), ['2:language:unknown_language']],
    ['a date as people write it', line({ until: '31/12/2027' }), ['2:until:not_a_date']],
    ['a day that is none', line({ until: '2027-02-30' }), ['2:until:not_a_date']],
    ['a date in words', line({ until: 'next year' }), ['2:until:not_a_date']],
    ['a day gone by', line({ until: '2026-01-01' }), ['2:until:past_date']],
    ['today', line({ until: today }), []],
    ['a person twice', `${header}\n${good}\n${good.toUpperCase()}`, ['3:email:double_line']],
    [
      'everything wrong',
      line({ email: 'x', name: '', role: 'y', side: 'z', until: '0', language: '?' }),
      [
        '2:name:required',
        '2:email:not_an_address',
        '2:until:not_a_date',
        '2:role:unknown_role',
        '2:side:unknown_side',
        '2:language:unknown_language',
      ],
    ],
  ];
  it.each(cases)('says what is wrong with %s', (_, csv, expected) => expect(faults(csv)).toEqual(expected));
});
