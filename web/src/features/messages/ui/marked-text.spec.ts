import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Mentioned } from '@hub/contracts/mentions';
import { createElement, type FunctionComponent } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { hostileTexts, tiringTexts } from '../../../../../test/hostile-texts';
import type { Translate } from '../../../i18n';
import { parse } from '../markdown';
import { hasMarkup, messageParts } from '../message-parts';
import { MarkedText } from './marked-text';
import { PlainText, type TextProps } from './plain-text';

const id = '01890000-0000-7000-8000-000000000001';
const mentions: Mentioned[] = [
  { kind: 'person', id, name: 'Amara *Banda* <b>' },
  { kind: 'partnership', id, name: 'Piteå – Kitwe' },
  { kind: 'role', role: 'project_manager' },
  { kind: 'channel' },
];
const t: Translate = (key) => key.replace(/^\w+\./, '');
const reader = { id: 'reader', memberships: [] };

const shown = (body: string, view: FunctionComponent<TextProps> = MarkedText) =>
  renderToStaticMarkup(createElement(view, { body, mentions, reader, t }));
/** Without the frame around it. */
const marked = (body: string) => shown(body).replace(/^<div class="marked">(.*)<\/div>$/s, '$1');
const newTab = '<span class="visually-hidden"> link_new_tab</span>';
const out = (href: string, text: string) =>
  `<a href="${href}" target="_blank" rel="noopener noreferrer">${text}${newTab}</a>`;

beforeAll(() => {
  Object.assign(globalThis, { location: { origin: 'https://hub.example' } });
});

describe('a text with markup', () => {
  it.each([
    ['**bold** _it_ ~~gone~~', '<p><strong>bold</strong> <em>it</em> <del>gone</del></p>'],
    ['One\ntwo **three\nfour**', '<p>One<br/>two <strong>three<br/>four</strong></p>'],
    ['One\r\ntwo  \nthree', '<p>One<br/>two<br/>three</p>'],
    ['One\n\n\n\ntwo', '<p>One</p><p>two</p>'],
    ['# Minutes\n### of today', '<h3>Minutes</h3><h3>of today</h3>'],
    ['Minutes\n---\nAmara\n===', '<p>Minutes</p><hr/><p>Amara<br/>===</p>'],
    [
      'To do:\n- one\n- two\n  1. three',
      '<p>To do:</p><ul><li><p>one</p></li><li><p>two</p><ol start="1"><li><p>three</p></li></ol></li></ul>',
    ],
    ['7. seven', '<ol start="7"><li><p>seven</p></li></ol>'],
    ['> They said\n> this\nI say that', '<blockquote><p>They said<br/>this</p></blockquote><p>I say that</p>'],
    ['`a *b* <@channel>`', '<p><code>a *b* &lt;@channel&gt;</code></p>'],
    ['    four spaces are **no** code', '<p>four spaces are <strong>no</strong> code</p>'],
    ['<b>*not* ours</b> &amp; &lt;', '<p>&lt;b&gt;<em>not</em> ours&lt;/b&gt; &amp;amp; &amp;lt;</p>'],
    [
      '[a][1] [^1]\n\n[1]: https://icld.se\n\n[^1]: b',
      '<p>[a][1] [^1]</p><p>[1]: ' + out('https://icld.se/', 'https://icld.se') + '</p><p>[^1]: b</p>',
    ],
    ['*a* \\*b\\*', '<p><em>a</em> *b*</p>'],
  ])('%j', (body, expected) => {
    expect(marked(body)).toBe(expected);
  });

  it('keeps code as it is, in a part that scrolls by itself', () => {
    expect(marked('```sql\n> <@channel>\nselect *\n```')).toBe(
      '<pre role="group" aria-label="code" tabindex="0" dir="auto"><code>&gt; &lt;@channel&gt;\nselect *</code></pre>',
    );
  });

  it('shows tables with their headings', () => {
    expect(marked('Place | Level\n--|-:\n**Kitwe** | 31 m')).toBe(
      '<div role="group" aria-label="table" tabindex="0" class="table"><table><thead><tr><th scope="col">Place</th>' +
        '<th scope="col" data-align="right">Level</th></tr></thead><tbody><tr><td><strong>Kitwe</strong></td>' +
        '<td data-align="right">31 m</td></tr></tbody></table></div>',
    );
  });

  it('shows what is done of a list', () => {
    expect(marked('- [x] one\n- [ ] two')).toBe(
      '<ul><li data-checked="true"><span role="img" aria-label="task_done">☑</span><p>one</p></li>' +
        '<li data-checked="false"><span role="img" aria-label="task_open">☐</span><p>two</p></li></ul>',
    );
  });

  it('leads to pages and addresses to write to, and nowhere else', () => {
    expect(marked('[plan](https://icld.se/kp "Plan")')).toBe(`<p>${out('https://icld.se/kp', 'plan')}</p>`);
    expect(marked('*a* https://icld.se/_a_*b*c.')).toBe(
      `<p><em>a</em> ${out('https://icld.se/_a_*b*c', 'https://icld.se/_a_*b*c')}.</p>`,
    );
    expect(marked('*a* www.icld.se')).toBe(`<p><em>a</em> ${out('https://www.icld.se/', 'www.icld.se')}</p>`);
    expect(marked('[write](mailto:a@icld.se) a@icld.se')).toBe(
      '<p><a href="mailto:a@icld.se">write</a> <a href="mailto:a@icld.se">a@icld.se</a></p>',
    );
    expect(marked('[here](https://hub.example/t/1?m=2)')).toBe('<p><a href="https://hub.example/t/1?m=2">here</a></p>');
    expect(marked('![a *map*](https://icld.se/map.png) ![](https://icld.se/)')).toBe(
      `<p>${out('https://icld.se/map.png', 'a map')} ${out('https://icld.se/', 'https://icld.se/')}</p>`,
    );
    expect(marked('[**click**](javascript:alert) [x](/t/1) <javascript:alert>')).toBe(
      '<p><strong>click</strong> x javascript:alert</p>',
    );
  });

  it('names where a link leads whose text names another place', () => {
    expect(marked('[https://icld.se/login](https://evil.example/icld.se)')).toBe(
      `<p>${out('https://evil.example/icld.se', 'https://icld.se/login<span class="place"> (evil.example)</span>')}</p>`,
    );
    expect(marked('[a@icld.se](mailto:b@evil.example)')).toContain('(b@evil.example)');
    expect(marked('[icld.se](https://www.icld.se/kp)')).not.toContain('place');
    expect(marked('[www.malmö.se](https://malmö.se)')).not.toContain('place');
  });

  it('names whom it mentions', () => {
    expect(marked(`**<@${id}>** <@partnership:${id}>\n- <@role:project_manager>, <@channel>`)).toBe(
      '<p><strong><span class="mention">@Amara *Banda* &lt;b&gt;</span></strong> ' +
        '<span class="mention">@Piteå – Kitwe</span></p><ul><li><p><span class="mention">@project_manager</span>, ' +
        '<mark class="mention">@mention_channel</mark></p></li></ul>',
    );
    expect(marked('*a* <@role:expert>')).toContain('@mention_unknown');
  });

  it('says what a mark of the timeline is until its card is there, and leaves it alone in code', () => {
    expect(marked(`After <#visit:${id}>`)).toContain('#visit');
    expect(marked(`\`<#visit:${id}>\``)).toBe(`<p><code>&lt;#visit:${id}&gt;</code></p>`);
    expect(shown(`After <#milestone:${id}>`, PlainText)).toBe('<p>After #milestone</p>');
  });

  it('is shown as it is where it has more markup than a person writes', () => {
    const deep = `${'>'.repeat(9)} deep`;
    expect(shown(deep)).toBe(shown(deep, PlainText));
    const many = '*a* '.repeat(400);
    expect(shown(many)).toBe(shown(many, PlainText));
  });
});

const views = { marked: MarkedText, plain: PlainText };
const elements = new Set(
  'p br strong em del code pre h3 ul ol li blockquote hr a span mark div table thead tbody tr th td'.split(' '),
);
const attributes = new Set(
  'class href target rel role aria-label tabindex dir start scope data-align data-checked'.split(' '),
);

/** What a browser could find in it; React escapes every quote and angle bracket of a text. */
function breaches(markup: string): string[] {
  const found: string[] = [];
  for (const [, name = '', rest = ''] of markup.matchAll(/<\/?([^\s/>]*)((?:[^>"]|"[^"]*")*)>/g)) {
    if (!elements.has(name)) found.push(`<${name}>`);
    for (const [, attribute = '', value = ''] of rest.matchAll(/([^\s=/]+)(?:="([^"]*)")?/g)) {
      if (!attributes.has(attribute)) found.push(`${attribute}=`);
      if (attribute === 'href' && !/^(?:https?:\/\/|mailto:)/.test(value)) found.push(value);
    }
  }
  return found;
}

describe.each(Object.entries(views))('hostile text, %s', (_, view) => {
  it('finds what it looks for', () => {
    expect(breaches('<img src="x" onerror="y"/><a href="javascript:x">')).toEqual([
      '<img>',
      'src=',
      'onerror=',
      'javascript:x',
    ]);
  });

  it('stays words', () => {
    const wrong = hostileTexts.flatMap((text) => breaches(shown(text, view)).map((breach) => ({ breach, text })));
    expect(wrong).toEqual([]);
  });

  it('does not depend on what stands around it', () => {
    for (const around of ['- ', '['])
      expect(hostileTexts.flatMap((text) => breaches(shown(around + text, view)))).toEqual([]);
  });
});

it('text without markup is the same either way', () => {
  const words = (markup: string) => markup.replaceAll(newTab, '').replace(/<[^>]*>/g, '');
  const same = [...hostileTexts, 'Plain words', `Dear <@${id}>, see www.icld.se or a@icld.se.`].filter(
    (text) => !hasMarkup(text) && !text.includes('\\'),
  );
  expect(same.length).toBeGreaterThan(50);
  for (const text of same) expect(words(marked(text)).trim()).toBe(words(shown(text, PlainText)).trim());
});

it('the longest texts are read in no time, and stay words', () => {
  const read = (text: string) => [hasMarkup(text), messageParts(text, []), parse(text)];
  const slow = tiringTexts.filter((text) => !isQuick((attempt) => read(text.slice(attempt))));
  expect(slow.map((text) => text.slice(0, 20))).toEqual([]);
  expect(tiringTexts.flatMap((text) => [...breaches(shown(text)), ...breaches(shown(text, PlainText))])).toEqual([]);
});

/** Under 50 ms of this process's own time at one of ten attempts, whatever else the machine has to do. */
function isQuick(read: (attempt: number) => unknown): boolean {
  return Array.from({ length: 10 }).some((_, attempt) => {
    const began = process.cpuUsage();
    read(attempt);
    const { user, system } = process.cpuUsage(began);
    return (user + system) / 1_000 < 50;
  });
}
