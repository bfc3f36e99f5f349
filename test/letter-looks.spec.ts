/** Every kind of letter in both languages: its words are all there, why it came and how to stop it stand in it, and it is light. */
import { locales, notificationKinds, tellings, type Locale, type NotificationKind } from '@hub/contracts';
import { describe, expect, it } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { partsOf } from '../src/modules/broadcasts/broadcast-letter.js';
import { digestOf } from '../src/modules/digests/digest.policy.js';
import { htmlOf, plainOf, type Letter, type Part } from '../src/modules/mail/letter.js';
import { wordsIn } from '../src/modules/mail/words.js';
import { letterOf, type Written } from '../src/modules/notifications/letters.js';

const { TEST_SHOTS } = process.env;
const at = (path: string) => `https://samverka.example.org${path}`;
const token = 'Q'.repeat(120);
const unsubscribe = at(`/api/unsubscriptions/${token}`);
const unsubscribePage = at(`/unsubscribe/${token}`);
const reader = (locale: Locale) => ({ personId: 'p', name: 'Amara Mwansa', email: 'amara@example.org', locale });

const body = `Three things change in the **annual report**. Read them before the [meeting](https://example.org/meeting).

| What | Until now | From 2027 |
|---|---|---|
| Length | 12 pages | 8 pages |
| Sent in by | the Swedish side | both sides together |
| The goals that the partnership has set itself | in words | with a *number* for each |

1. Whoever writes it is named on the first page.
2. Photographs need the consent of those who are seen.

> We should have done this years ago.`;

/** As the letters of the kind are written, whatever they are about. */
function written(kind: (typeof notificationKinds)[number], locale: Locale): Written {
  const words = wordsIn(locale);
  const said: Part[] = [
    { text: words('mail.where', { channel: 'Water', network: 'Climate' }) },
    { text: words('mail.written', { name: 'Lars Ek', at: '30 November 2026, 14:05' }) },
    { quoted: 'Does the pump at **Mto Mpya** run, @Amara Mwansa?\n\n- the new one\n- the old one' },
    { link: words('mail.read_answer'), address: at('/t/1?m=2') },
  ];
  const isUpdate = kind === 'broadcast' || kind === 'acknowledgement_missing';
  const text = {
    title: 'Annual reports: what changes this year',
    body,
    author: 'Emma Rydhagen',
    networks: ['Climate', 'Equality'],
    note: '',
    acknowledge: true,
    acknowledgeBy: '2026-12-11',
  };
  const parts = isUpdate
    ? partsOf(text, { acknowledge: at(`/acknowledge/${token}`), page: at('/b/1') }, { words, locale })
    : said;
  const subject = isUpdate ? text.title : words('mail.mention.subject', { name: 'Lars Ek', topic: 'Pump tests' });
  return { kind, dedupeKey: `email/${kind}`, subjectId: 's', matter: { subject, parts, networkId: 'n' } };
}

const plan = { text: 'Baseline report: due on 3 December', address: at('/m/1') };
const digest = (locale: Locale) =>
  digestOf(
    reader(locale),
    '2026-12-01',
    {
      waits: [{ text: 'Lars Ek mentions you: Pump tests', address: at('/t/1') }, plan],
      happened: [{ text: 'Visit to Granvika: begins on 4 December', address: at('/v/1') }],
      rooms: [{ name: 'Water', sensitive: false, topics: ['Pumps', 'Wells'], unread: 3, address: at('/n/1/c/1') }],
      coming: [
        { on: '2026-12-09', names: { en: 'Baseline', sv: 'Nulägesrapport' }, about: 'Climate', address: at('/m/2') },
      ],
    },
    { inbox: at('/inbox'), choices: at('/settings/notifications'), unsubscribe, unsubscribePage },
  ) as Letter;

/** Each kind that may be stopped has its link. */
const letterTo = (locale: Locale, ...kinds: [NotificationKind, ...NotificationKind[]]) => {
  const [first, ...others] = kinds.map((kind) => written(kind, locale)) as [Written, ...Written[]];
  const stops = kinds
    .filter((kind) => !tellings[kind].critical)
    .map((kind) => ({ kind, post: unsubscribe, page: unsubscribePage }));
  return letterOf(reader(locale), [first, ...others], { of: at, stops });
};

const letters = (locale: Locale): [string, Letter][] => [
  ...notificationKinds.map((kind): [string, Letter] => [kind, letterTo(locale, kind)]),
  ['several', letterTo(locale, 'mention', 'reply', 'direct')],
  ['digest', digest(locale)],
];

describe.each([...locales])('letters in %s', (locale) => {
  it.each(letters(locale))('%s', (name, letter) => {
    const [plain, html] = [plainOf(letter), htmlOf(letter)];
    if (TEST_SHOTS !== undefined) {
      writeFileSync(join(TEST_SHOTS, `letter-${name}-${locale}.html`), html);
      writeFileSync(join(TEST_SHOTS, `letter-${name}-${locale}.txt`), `${letter.subject}\n\n${plain}`);
    }
    for (const text of [letter.subject, plain, html.replace(/<style>.*<\/style>/s, '')]) {
      expect(text).not.toMatch(/undefined|\[object|\bmail\.[a-z_]+|\{\w+|\bNaN\b/);
      expect(text.trim()).not.toBe('');
    }
    expect(Buffer.byteLength(plain) + Buffer.byteLength(html)).toBeLessThan(30_000);
    const words = wordsIn(locale);
    const [why] = letter.foot?.flatMap((part) => (part && 'text' in part ? [part.text] : [])) ?? [];
    expect(why).not.toBe('');
    for (const text of [plain, html]) {
      expect(text).toContain(words('mail.choose'));
      expect(text).toContain(at('/settings/notifications'));
    }
    expect(plain).toContain(why);
    const always = name in tellings && tellings[letter.kind as keyof typeof tellings].critical === true;
    expect(plain.includes(unsubscribePage)).toBe(!always);
    expect(letter.unsubscribe).toBe(always || name === 'several' ? undefined : unsubscribe);
  });

  it('each say why it came', () => {
    const reasons = notificationKinds.map((kind) => wordsIn(locale)(`mail.why.${kind}`));
    expect(new Set(reasons).size).toBe(notificationKinds.length);
    expect(Object.keys(tellings).sort((a, b) => a.localeCompare(b))).toEqual(
      [...notificationKinds].sort((a, b) => a.localeCompare(b)),
    );
  });
});
