/** One letter of everything that is due for a person. */
import { tellings, type Locale, type NotificationKind } from '@hub/contracts';
import { htmlOf, plainOf, type Letter, type Part } from '../mail/letter.js';
import { wordsIn, type Words } from '../mail/words.js';
import type { Matter } from './matters.service.js';

export interface Written {
  kind: NotificationKind;
  /** Of its row in the ledger. */
  dedupeKey: string;
  subjectId: string;
  matter: Matter;
}

export interface Reader {
  personId: string;
  name: string;
  email: string;
  locale: Locale;
}

/** How letters of a kind come no more. */
export interface Stop {
  kind: NotificationKind;
  /** Where a mail program posts to. */
  post: string;
  /** The page on which a person says the same. */
  page: string;
}

export interface Links {
  /** A page of the hub. */
  of(path: string): string;
  /** One for each kind in the letter that may be stopped. */
  stops: Stop[];
}

/** Mail programs cut what is longer, or do not show it at once. */
const longest = 29_000;
/** So many are told each with its text; what else there is stands in the inbox. */
const told = 12;
/** Of all quoted texts together, characters at first. */
const quotedAtFirst = 16_000;

export function letterOf(reader: Reader, written: [Written, ...Written[]], links: Links): Letter {
  for (let quoted = quotedAtFirst; ; quoted = Math.floor(quoted / 2)) {
    const letter = within(reader, written, links, quoted);
    if (weightOf(letter) <= longest || quoted < 100) return letter;
  }
}

function within(
  { personId, name, email, locale }: Reader,
  written: [Written, ...Written[]],
  links: Links,
  quoted: number,
) {
  const words = wordsIn(locale);
  const [first] = written;
  const shown = written.slice(0, told);
  const alone = written.length === 1;
  const each = Math.floor(quoted / shown.length);
  const [stop, ...otherStops] = links.stops;
  const threads = new Set(written.map(({ matter }) => matter.thread));
  const [thread] = threads.size === 1 ? threads : [];
  // What cannot be silenced offers no way to.
  const always = tellings[first.kind].critical === true;
  const letter: Letter = {
    kind: first.kind,
    subjectId: first.subjectId,
    dedupeKey: first.dedupeKey,
    personId,
    to: { name, address: email },
    locale,
    subject: subjectOf(words, written),
    thread,
    // One click stops one kind: in a letter of several each has its line in the foot.
    unsubscribe: otherStops.length === 0 ? stop?.post : undefined,
    parts: [
      ...shown.flatMap(({ matter }) => partsOf(matter, { alone, each, words })),
      written.length > told ? { text: words('mail.more', { count: written.length - told }) } : null,
      alone ? null : { link: words('mail.inbox'), address: links.of('/inbox') },
    ],
    foot: [
      { text: `${words(whyOf(written))} ${words('mail.no_answer')}` },
      { also: words('mail.choose'), address: links.of('/settings/notifications') },
      ...links.stops.map(({ kind, page }) => ({
        also: words('mail.stop', { kind: words(`mail.kind.${kind}`) }),
        address: page,
      })),
      always ? { text: words('mail.always', { kind: words(`mail.kind.${first.kind}`) }) } : null,
    ],
  };
  return letter;
}

/** Several of one kind came for one reason. */
function whyOf(written: readonly Written[]) {
  const kinds = [...new Set(written.map(({ kind }) => kind))];
  return kinds.length === 1 && kinds[0] ? (`mail.why.${kinds[0]}` as const) : 'mail.why.several';
}

function subjectOf(words: Words, [first, ...others]: [Written, ...Written[]]): string {
  const { subject } = first.matter;
  return oneLine(others.length === 0 ? subject : words('mail.several', { first: subject, count: others.length }));
}

/** Names and titles are people's own. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function partsOf(
  { subject, parts }: Matter,
  { alone, each, words }: { alone: boolean; each: number; words: Words },
): Part[] {
  const quotes = parts.filter((part) => 'quoted' in part).length;
  const body = parts.map((part): Part => {
    if ('quoted' in part) return { quoted: cut(part.quoted, Math.floor(each / quotes), words) };
    return 'link' in part && !alone ? { also: part.link, address: part.address } : part;
  });
  return [{ heading: oneLine(subject) }, ...body];
}

/** At a whole word or, where there is none, character. */
function cut(text: string, length: number, words: Words): string {
  if (text.length <= length) return text;
  const start = text.slice(0, length).replace(/\s+\S*$|[\ud800-\udbff]$/, '');
  return `${start} …\n\n*${words('mail.cut')}*`;
}

/** As it leaves: what is no ASCII takes two or three times its place. */
function weightOf(letter: Letter): number {
  const text = plainOf(letter) + htmlOf(letter);
  const bytes = Buffer.byteLength(text);
  const other = text.length - text.replace(/[^\x20-\x7e\n]|=/g, '').length;
  return Math.min(text.length - other + (bytes - text.length + other) * 3, Math.ceil((bytes * 4) / 3)) + 1_500;
}
