import { describe, expect, it } from '@jest/globals';
import { hasMarkup, mentionParts, messageParts } from './message-parts';

const amara = { kind: 'person' as const, id: '01890000-0000-7000-8000-000000000001', name: 'Amara Banda' };
const words = (text: string) => ({ kind: 'text', text });

describe('a body', () => {
  it('keeps its paragraphs and lines', () => {
    expect(messageParts('One\ntwo\n\n\nthree\r\n\r\nfour\n', [])).toEqual([
      [[words('One')], [words('two')]],
      [[words('three')]],
      [[words('four')]],
    ]);
  });

  it('names whom it mentions', () => {
    expect(messageParts(`Hi <@${amara.id}>!`, [amara])).toEqual([
      [[words('Hi '), { kind: 'mention', mentioned: amara }, words('!')]],
    ]);
    expect(messageParts(`<@${amara.id}>`, [])).toEqual([[[{ kind: 'mention', mentioned: undefined }]]]);
  });

  it('names what of the timeline it is about', () => {
    const mark = { kind: 'mark', mark: { kind: 'visit', id: amara.id } };
    expect(messageParts(`After <#Visit:${amara.id}>.`, [])).toEqual([[[words('After '), mark, words('.')]]]);
    expect(mentionParts(`<#visit:${amara.id}>`, [])).toEqual([mark]);
    expect(hasMarkup(`<#visit:${amara.id}>`)).toBe(true);
    expect(hasMarkup('Number #4')).toBe(false);
  });

  it('links addresses without the punctuation around them', () => {
    const link = (text: string, href = text) => ({ kind: 'link', href, text });
    expect(messageParts('See https://icld.se/kp.', [])).toEqual([
      [[words('See '), link('https://icld.se/kp'), words('.')]],
    ]);
    expect(messageParts('(https://icld.se/a_(b))', [])).toEqual([
      [[words('('), link('https://icld.se/a_(b)'), words(')')]],
    ]);
    expect(messageParts('http://icld.se, WWW.icld.se', [])).toEqual([
      [[link('http://icld.se', 'http://icld.se/'), words(', '), link('WWW.icld.se', 'https://www.icld.se/')]],
    ]);
    expect(messageParts('Write to o.b-c@kitwe.gov.zm.', [])).toEqual([
      [[words('Write to '), link('o.b-c@kitwe.gov.zm', 'mailto:o.b-c@kitwe.gov.zm'), words('.')]],
    ]);
  });

  it('leaves everything else as text', () => {
    for (const text of [
      'javascript:alert(1)',
      'ftp://icld.se',
      '<b>bold</b>',
      'https://',
      'https://icld.se@evil.example',
      '<@nobody>',
      'a@b, @b.se, a@b.1',
      'awww.icld.se',
    ])
      expect(messageParts(text, [])).toEqual([[[words(text)]]]);
  });

  it('has only its mentions left to find once it is parsed', () => {
    expect(mentionParts(`https://icld.se <@${amara.id}>`, [amara])).toEqual([
      words('https://icld.se '),
      { kind: 'mention', mentioned: amara },
    ]);
  });
});

describe('markup', () => {
  it.each([
    'a **bold** word',
    '*it*',
    'so _it_ is',
    '__b__',
    '~~gone~~',
    'run `npm`',
    '[plan](https://icld.se)',
    '![map](https://icld.se/a.png)',
    '<https://icld.se>',
    '<a@icld.se>',
    'To do:\n- one',
    '* one',
    '3. three',
    '# Minutes',
    '> said',
    '```\ncode',
    'a | b\n--|--\n1 | 2',
    'above\n***\nbelow',
    'not \\*so\\*',
  ])('is in %j', (body) => {
    expect(hasMarkup(body)).toBe(true);
  });

  it.each([
    'Plain words, 5 * 3 = 15, 2*3.',
    `Ask <@${amara.id}>, <@role:project_manager> and <@channel>`,
    'https://icld.se/~user/a_b_c?_x=1&_y=2#z_ and www.icld.se/_next/_a',
    'first_name_last@icld.se and snake_case_name',
    '-5 degrees, 3.5 m, 07-03',
    '#water is a word',
    'G:\\Gemensam\\Projekt and \\\\fil01\\gemensam',
    'Tom & Jerry &amp; <b>others</b>',
    'Signed\n--\nAmara',
    '1.5 or 2',
    '',
  ])('is not in %j', (body) => {
    expect(hasMarkup(body)).toBe(false);
  });

  it('is decided at once', () => {
    const parts = [
      '[',
      '*',
      '_',
      '`',
      '~',
      '>',
      '<a',
      '<a@',
      '-',
      '- - ',
      '|',
      ' ',
      '\n',
      '*a ',
      ' _a',
      'a.',
      'a@',
      '\\',
    ];
    // The least of three: other work on the machine only adds to a time.
    const rounds = [1, 2, 3].map(() => {
      const started = performance.now();
      for (const part of parts) hasMarkup(part.repeat(10_000).slice(0, 10_000));
      return performance.now() - started;
    });
    expect(Math.min(...rounds)).toBeLessThan(500);
  });
});
