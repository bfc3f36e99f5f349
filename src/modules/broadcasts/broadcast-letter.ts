/** What a letter says of a broadcast: all of it, and the one thing to do. */
import type { Locale } from '@hub/contracts';
import type { Part } from '../mail/letter.js';
import type { Words } from '../mail/words.js';

export interface LetterText {
  title: string;
  body: string;
  author: string;
  networks: string[];
  /** What was corrected; empty in the first version. */
  note: string;
  acknowledge: boolean;
  acknowledgeBy: string | null;
}

export interface LetterLinks {
  /** Where its reader acknowledges; null where they have, or need not. */
  acknowledge: string | null;
  page: string;
}

export function partsOf(
  text: LetterText,
  links: LetterLinks,
  { words, locale }: { words: Words; locale: Locale },
): Part[] {
  const { author, networks, note, body, acknowledgeBy } = text;
  const list = new Intl.ListFormat(locale, { type: 'conjunction' }).format(networks);
  const parts: Part[] = [{ text: words('mail.broadcast.from', { author, networks: list }) }];
  if (note !== '') parts.push({ text: words('mail.broadcast.corrected', { note }) });
  parts.push({ quoted: body });
  if (links.acknowledge === null) return [...parts, { link: words('mail.broadcast.read'), address: links.page }];
  parts.push({
    text:
      acknowledgeBy === null
        ? words('mail.broadcast.ask')
        : words('mail.broadcast.ask_by', { date: dayIn(locale, acknowledgeBy) }),
  });
  parts.push({ link: words('mail.broadcast.acknowledge'), address: links.acknowledge });
  parts.push({ also: words('mail.broadcast.read'), address: links.page });
  return parts;
}

function dayIn(locale: Locale, on: string): string {
  const tag = locale === 'en' ? 'en-GB' : 'sv-SE';
  return new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(on));
}
