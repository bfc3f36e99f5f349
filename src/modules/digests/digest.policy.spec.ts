import { describe, expect, it } from '@jest/globals';
import { plainOf, type Part } from '../mail/letter.js';
import { digestOf, type DigestContents } from './digest.policy.js';

const reader = { personId: 'p', name: 'Amara', email: 'amara@example.org', locale: 'en' } as const;
const links = {
  inbox: 'https://h/inbox',
  choices: 'https://h/c',
  unsubscribe: 'https://h/u',
  unsubscribePage: 'https://h/up',
};
const lines = (count: number, text = 'line') =>
  Array.from({ length: count }, (_, n) => ({ text: `${text} ${n}`, address: `https://h/${n}` }));
const digest = (contents: Partial<DigestContents>, locale: 'en' | 'sv' = 'en') =>
  digestOf({ ...reader, locale }, '2026-12-01', { waits: [], happened: [], rooms: [], coming: [], ...contents }, links);
const kinds = (parts: readonly (Part | null)[]) => parts.filter((part) => part !== null && 'also' in part).length;

describe('a digest', () => {
  it('is none when there is nothing', () => {
    expect(digest({})).toBeNull();
  });

  it('says first what waits, and how much in its subject', () => {
    const letter = digest({ waits: lines(2, 'waits'), happened: lines(1, 'happened') });
    expect(letter?.subject).toBe('2 things wait for you');
    const text = letter ? plainOf(letter) : '';
    expect(text.indexOf('waits 0')).toBeLessThan(text.indexOf('happened 0'));
    expect(digest({ happened: lines(1) }, 'sv')?.subject).toBe('Det här har hänt');
  });

  it('has at most twenty lines, and says how many more there are', () => {
    const letter = digest({ waits: lines(12), happened: lines(7), rooms: [room(), room(), room()] });
    expect(kinds(letter?.parts ?? [])).toBe(20);
    expect(letter ? plainOf(letter) : '').toContain('And 2 more in the hub.');
  });

  it('ends with what is next, by the reader’s language, and not with what it has said already', () => {
    const coming: DigestContents['coming'] = [
      {
        on: '2026-12-04',
        names: { en: 'Report', sv: 'Lägesrapport' },
        about: 'Malmö – Lusaka',
        address: 'https://h/m',
      },
      { on: '2026-12-07', about: 'Malmö – Lusaka', address: 'https://h/v' },
      { on: '2026-12-08', names: { en: 'Workshop' }, about: 'Climate', address: 'https://h/0' },
    ];
    const letter = digest({ waits: lines(1, 'waits'), rooms: [room()], coming }, 'sv');
    const text = letter ? plainOf(letter) : '';
    expect(text.indexOf('Har skrivits')).toBeLessThan(text.indexOf('På gång'));
    expect(text).toContain('fredag 4 december: Lägesrapport (Malmö – Lusaka)');
    expect(text).toContain('måndag 7 december: utbytesbesök, Malmö – Lusaka');
    expect(text).not.toContain('Workshop');
    expect(digest({ coming })).toBeNull();
  });

  it('says nothing of what sensitive channels talk about', () => {
    const letter = digest({ rooms: [room(), { ...room(), name: 'Mentors', sensitive: true }] });
    const text = letter ? plainOf(letter) : '';
    expect(text).toContain('Water: 3 unread messages in Pumps, Wells, and Pipes');
    expect(text).toContain('Mentors: 3 unread messages:\n');
  });

  it('is one for a day, and can be stopped with one click', () => {
    expect(digest({ waits: lines(1) })).toMatchObject({
      dedupeKey: 'email/digest/p/2026-12-01',
      unsubscribe: 'https://h/u',
    });
  });
});

function room() {
  return {
    name: 'Water',
    sensitive: false,
    topics: ['Pumps', 'Wells', 'Pipes', 'More'],
    unread: 3,
    address: 'https://h/c',
  };
}
