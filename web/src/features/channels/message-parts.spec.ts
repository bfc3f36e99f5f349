import { describe, expect, it } from '@jest/globals';
import { messageParts } from './message-parts';

const amara = { id: '01890000-0000-7000-8000-000000000001', name: 'Amara Banda' };
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
      [[words('Hi '), { kind: 'mention', id: amara.id, name: 'Amara Banda' }, words('!')]],
    ]);
    expect(messageParts(`<@${amara.id}>`, [])).toEqual([[[{ kind: 'mention', id: amara.id, name: undefined }]]]);
  });

  it('links https addresses without the punctuation around them', () => {
    const link = (href: string) => ({ kind: 'link', href, text: href });
    expect(messageParts('See https://icld.se/kp.', [])).toEqual([
      [[words('See '), link('https://icld.se/kp'), words('.')]],
    ]);
    expect(messageParts('(https://icld.se/a_(b))', [])).toEqual([
      [[words('('), link('https://icld.se/a_(b)'), words(')')]],
    ]);
    expect(messageParts('[plan](https://icld.se/kp), ok', [])).toEqual([
      [[words('[plan]('), link('https://icld.se/kp'), words('), ok')]],
    ]);
  });

  it('leaves everything else as text', () => {
    for (const text of [
      'javascript:alert(1)',
      'http://icld.se',
      '<b>bold</b>',
      'https://',
      'https://localhost',
      '<@nobody>',
    ])
      expect(messageParts(text, [])).toEqual([[[words(text)]]]);
  });
});
