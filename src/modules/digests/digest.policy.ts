/**
 * What stands in a digest, pure: first what waits for its reader, then what has happened and where was written, then what is
 * next on the timeline; at most twenty lines. What is next is no reason for a letter: it would come every morning until then.
 */
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

/** A milestone, by its names in the languages it has, or a visit, in the days ahead. */
export interface Coming {
  on: string;
  names?: Record<string, string>;
  /** The partnership, or the network. */
  about: string;
  address: string;
}

export interface DigestContents {
  waits: Line[];
  happened: Line[];
  rooms: Room[];
  coming: Coming[];
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

const tags: Record<Locale, string> = { en: 'en-GB', sv: 'sv-SE' };
const mostLines = 20;
const mostTopics = 3;

/** Nothing where there is nothing. */
export function digestOf(
  { personId, name, email, locale }: DigestReader,
  day: string,
  { waits, happened, rooms, coming }: DigestContents,
  links: DigestLinks,
): Letter | null {
  if (waits.length + happened.length + rooms.length === 0) return null;
  const words = wordsIn(locale);
  const said = new Set([...waits, ...happened].map((line) => line.address));
  const groups = [
    { heading: words('mail.digest.waits'), lines: waits },
    { heading: words('mail.digest.happened'), lines: happened },
    { heading: words('mail.digest.written'), lines: rooms.map((room) => lineOf(room, words, locale)) },
    {
      heading: words('mail.digest.next'),
      lines: coming.filter((one) => !said.has(one.address)).map((one) => comingLine(one, words, locale)),
    },
  ];
  const all = groups.reduce((sum, { lines }) => sum + lines.length, 0);
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

function comingLine({ on, names, about, address }: Coming, words: Words, locale: Locale): Line {
  const date = new Intl.DateTimeFormat(tags[locale], {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(new Date(on));
  if (!names) return { text: words('mail.digest.visit', { date, about }), address };
  const milestone = names[locale] ?? names.en ?? Object.values(names)[0] ?? '';
  return { text: words('mail.digest.milestone', { date, milestone, about }), address };
}

/** Names and titles are people's own. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
