/** What stands in a letter as its reader would say it. */
import { called, markOf, markToken, mentionedBy, mentionToken, type Locale, type Mention } from '@hub/contracts';
import type { Words } from '../mail/words.js';

const tags: Record<Locale, string> = { en: 'en-GB', sv: 'sv-SE' };

/** A body with names for its tokens; it stays Markdown. */
export function spelledOut(body: string, mentions: readonly Mention[], words: Words): string {
  const named = {
    role: (role: Parameters<Parameters<typeof called>[1]['role']>[0]) => words(`role.${role}`),
    channel: words('mail.everybody'),
    someone: words('mail.somebody'),
    milestone: words('mail.a_milestone'),
    visit: words('mail.a_visit'),
  };
  return body
    .replace(mentionToken, (token) => unmarked(called(mentionedBy(token, mentions), named)))
    .replace(markToken, (token) => `#${named[markOf(token).kind]}`);
}

/** A name is no Markdown. */
function unmarked(name: string): string {
  return name.replace(/[*_~`[\]\\]/g, '\\$&');
}

/** A moment by the reader's own clock. */
export function momentIn(locale: Locale, timeZone: string, at: string): string {
  return new Intl.DateTimeFormat(tags[locale], { dateStyle: 'long', timeStyle: 'short', timeZone }).format(
    new Date(at),
  );
}

/** A day that is the same everywhere. */
export function dayIn(locale: Locale, on: string): string {
  return new Intl.DateTimeFormat(tags[locale], { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(on));
}
