/** How a note is cited: who, what, where, which version of what day, and the address that stays. */
import type { NotePage } from '@hub/contracts';
import type { Formats } from '../../formats';
import type { Translate } from '../../i18n';

/** When this version was written. */
export function writtenAt({
  version,
  versions,
  publishedAt,
}: Pick<NotePage, 'version' | 'versions' | 'publishedAt'>): string {
  return versions.find((one) => one.version === version)?.at ?? publishedAt;
}

interface Words {
  t: Translate;
  formats: Pick<Formats, 'date'>;
  origin: string;
}

/** The address is the note's own, which stays; an earlier version is cited with its own. Its day is the same for everybody. */
export function citationOf(note: NotePage, { t, formats, origin }: Words): string {
  const { number, title, author, network, version } = note;
  return t('knowledge.citation', {
    author: author.name,
    title,
    network: network.name,
    number,
    version,
    day: formats.date(writtenAt(note).slice(0, 10)),
    address: `${origin}/k/${number}${version === note.latest ? '' : `?version=${version}`}`,
  });
}
