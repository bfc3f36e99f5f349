/** What stands in a digest, pure: first what waits for its reader, then what has happened, then where was written; at most twenty lines. */
import type { Locale } from '@hub/contracts';
import type { Letter, Part } from '../mail/letter.js';
import { wordsIn, type Words } from '../mail/words.js';

export interface Line {
  text: string;
  /** The whole address. */
  address: string;
}

/** A channel in which something is unread. */
export interface Room {
  name: string;
  /** What its topics are called stays in the hub. */
  sensitive: boolean;
  topics: string[];
  unread: number;
  address: string;
}

export interface DigestContents {
  waits: Line[];
  happened: Line[];
  rooms: Room[];
}

export interface DigestReader {
  personId: string;
  name: string;
  email: string;
  locale: Locale;
}

export interface DigestLinks {
  inbox: string;
  choices: string;
  unsubscribe: string;
  unsubscribePage: string;
}

const mostLines = 20;
const mostTopics = 3;

/** Nothing where there is nothing. */
export function digestOf(
  { personId, name, email, locale }: DigestReader,
  day: string,
  { waits, happened, rooms }: DigestContents,
  links: DigestLinks,
): Letter | null {
  const words = wordsIn(locale);
  const groups = [
    { heading: words('mail.digest.waits'), lines: waits },
    { heading: words('mail.digest.happened'), lines: happened },
    { heading: words('mail.digest.written'), lines: rooms.map((room) => lineOf(room, words, locale)) },
  ];
  const all = groups.reduce((sum, { lines }) => sum + lines.length, 0);
  if (all === 0) return null;
  const parts: Part[] = [];
  let left = mostLines;
  for (const { heading, lines } of groups) {
    const shown = lines.slice(0, left);
    left -= shown.length;
    if (shown.length > 0)
      parts.push({ heading }, ...shown.map(({ text, address }) => ({ also: oneLine(text), address })));
  }
  if (all > mostLines) parts.push({ text: words('mail.digest.more', { count: all - mostLines }) });
  return {
    kind: 'digest',
    subjectId: personId,
    dedupeKey: digestKey(personId, day),
    personId,
    to: { name, address: email },
    locale,
    subject:
      waits.length > 0 ? words('mail.digest.subject_waits', { count: waits.length }) : words('mail.digest.subject'),
    unsubscribe: links.unsubscribe,
    parts: [...parts, { link: words('mail.inbox'), address: links.inbox }],
    foot: [
      { text: words('mail.digest.why') },
      { also: words('mail.choose'), address: links.choices },
      { also: words('mail.digest.stop'), address: links.unsubscribePage },
    ],
  };
}

/** One has one digest on a day. */
export const digestKey = (personId: string, day: string): string => `email/digest/${personId}/${day}`;

function lineOf({ name, sensitive, topics, unread, address }: Room, words: Words, locale: Locale): Line {
  const values = { channel: name, count: unread };
  if (sensitive || topics.length === 0) return { text: words('mail.digest.room', values), address };
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  return {
    text: words('mail.digest.room_titled', { ...values, topics: list.format(topics.slice(0, mostTopics)) }),
    address,
  };
}

/** Names and titles are people's own. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
