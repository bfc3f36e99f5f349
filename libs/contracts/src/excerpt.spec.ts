import { describe, expect, it } from '@jest/globals';
import { excerptOf, inWords } from './excerpt.js';
import type { Mentioned } from './mentions.js';

const id = '01890000-0000-7000-8000-000000000001';
const everybody: Mentioned[] = [
  { kind: 'person', id, name: 'Amara_Banda_' },
  { kind: 'partnership', id, name: 'Piteå – Kitwe' },
  { kind: 'role', role: 'project_manager' },
  { kind: 'channel' },
];

describe('an excerpt', () => {
  it('names whom a message mentions', () => {
    expect(excerptOf(`<@${id}> <@partnership:${id}> <@role:project_manager> <@channel>`, everybody)).toBe(
      '@Amara_Banda_ @Piteå – Kitwe @<role:project_manager> @<channel>',
    );
    expect(excerptOf(`<@${id.toUpperCase()}>`, everybody)).toBe('@Amara_Banda_');
    expect(excerptOf(`Ask <@${id}>, <@role:expert> and <@channel>`, [])).toBe(
      'Ask @<someone>, @<someone> and @<someone>',
    );
    expect(excerptOf('<@nobody> <@role:> <@partnership:x>', everybody)).toBe('<@nobody> <@role:> <@partnership:x>');
  });

  it('says roles, the channel and unknown people in the words of its reader', () => {
    const words = {
      role: (role: string) => (role === 'project_manager' ? 'projektledare' : ''),
      channel: 'kanalen',
      someone: 'någon',
      milestone: 'milstolpe',
      visit: 'besök',
    };
    expect(excerptOf('<@role:project_manager> <@channel> <@role:guest>', everybody, { words })).toBe(
      '@projektledare @kanalen @någon',
    );
    const excerpt = excerptOf(`<@role:project_manager>, <@channel>, <@${id}>, <#visit:${id}>`, everybody);
    expect(inWords(excerpt, words)).toBe('@projektledare, @kanalen, @Amara_Banda_, #besök');
    expect(inWords('a@b <channel> @<nobody> #<channel>', words)).toBe('a@b <channel> @<nobody> #<channel>');
  });

  it('ends before what it would name by half', () => {
    const body = `${'a'.repeat(150)} <@role:project_manager> and on`;
    expect(excerptOf(body, everybody)).toBe('a'.repeat(150));
    expect(excerptOf(body, everybody, { dots: true })).toBe(`${'a'.repeat(150)} …`);
    expect(excerptOf('Well done #<3', [])).toBe('Well done #<3');
    expect(excerptOf('Not #<visit', [])).toBe('Not #<visit');
    expect(excerptOf(`${'a'.repeat(155)} #<3 b`, [])).toBe(`${'a'.repeat(155)} #<3`);
  });

  it('says what a mark of the timeline is', () => {
    expect(excerptOf(`See <#milestone:${id}>, <#VISIT:${id}>`, [])).toBe('See #<milestone>, #<visit>');
    const words = { role: () => '', channel: '', someone: '', milestone: 'milstolpe', visit: 'besök' };
    expect(excerptOf(`<#visit:${id}> <#milestone:${id}>`, [], { words })).toBe('#besök #milstolpe');
    expect(excerptOf(`<#milestone:x> <#other:${id}> \`<#visit:${id}>\``, [])).toBe(
      `<#milestone:x> <#other:${id}> <#visit:${id}>`,
    );
    expect(excerptOf(`Hi${' '.repeat(1_980)}<#milestone:${id}>`, [])).toBe('Hi');
  });

  it.each([
    [
      '**bold** and *italic*, __bold__ and _italic_, ***both***, ~~gone~~',
      'bold and italic, bold and italic, both, gone',
    ],
    ['**a *b* c**', 'a b c'],
    ['2 * 3 * 4, snake_case_name, a ** b, *', '2 * 3 * 4, snake_case_name, a ** b, *'],
    ['# Minutes\n\nTuesday', 'Minutes Tuesday'],
    ['#water is not a heading', '#water is not a heading'],
    ['> > He said\n> this', 'He said this'],
    ['- one\n* two\n  + three\n1. four\n2) five\n- [x] done', 'one two three four five done'],
    ['-5 degrees, 3.5 m', '-5 degrees, 3.5 m'],
    ['Title\n---\nabove\n\n* * *\n\nbelow', 'Title above below'],
    ['| Place | Level |\n| --- | ---: |\n| Kitwe | 31 m |', 'Place | Level Kitwe | 31 m'],
    ['See [the plan](https://icld.se/kp "Plan"), ![map](https://x.se/a_(b).png)', 'See the plan, map'],
    ['[x](javascript:alert(1)) [not a link](of words)', 'x [not a link](of words)'],
    [
      '<https://icld.se/a_b_c> https://icld.se/*a*b <a@icld.se>',
      'https://icld.se/a_b_c https://icld.se/*a*b a@icld.se',
    ],
    ['Run `npm *test*` or ``a ` b``', 'Run npm *test* or a ` b'],
    ['```sql\nselect *a* from\n# b\n```\n*after*', 'select *a* from # b after'],
    ['\\*as it is\\* \\# \\\\', '*as it is* # \\'],
    ['  One\r\n\r\n\ttwo   three\u00a0four ', 'One two three four'],
    ['<b>hello</b> & <script>', '<b>hello</b> & <script>'],
    ['---', ''],
  ])('reads %j as a line of text', (body, expected) => {
    expect(excerptOf(body, [])).toBe(expected);
  });

  it('leaves a token inside code as it is', () => {
    expect(excerptOf(`\`<@${id}>\`\n~~~\n<@channel>\n~~~`, everybody)).toBe(`<@${id}> <@channel>`);
  });

  it('ends at a whole character', () => {
    expect(excerptOf('x'.repeat(200), [])).toHaveLength(160);
    expect(excerptOf('x'.repeat(159) + '💧💧', [])).toBe('x'.repeat(159));
    expect(excerptOf('x'.repeat(158) + '💧💧', [])).toBe('x'.repeat(158) + '💧');
    expect(excerptOf('abc def', [], { longest: 4 })).toBe('abc');
    expect(excerptOf('💧'.repeat(5_000), [])).toBe('💧'.repeat(80));
    expect(excerptOf(`Hi${' '.repeat(1_980)}<@${id}>`, everybody)).toBe('Hi');
    expect(excerptOf(`Hi${' '.repeat(1_997)}💧`, everybody)).toBe('Hi');
  });

  it('ends with a whole word and dots where these are wanted, and without where all is said', () => {
    expect(excerptOf('Let the school own the trees.', [], { longest: 16, dots: true })).toBe('Let the school …');
    expect(excerptOf('Let the school.', [], { longest: 16, dots: true })).toBe('Let the school.');
  });

  it('takes its time with nothing', () => {
    const parts = ['[', '*', '_', '`', '~', '>', '- ', '1. ', '<@', '](', '[a](', '**a', '|-', '\\', '\0'];
    // The least of three: other work on the machine only adds to a time.
    const rounds = [1, 2, 3].map(() => {
      const started = performance.now();
      for (const part of parts) excerptOf(part.repeat(10_000).slice(0, 10_000), everybody);
      return performance.now() - started;
    });
    expect(Math.min(...rounds)).toBeLessThan(1_000);
  });
});
