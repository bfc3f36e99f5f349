/** Whom the tokens in a message's text mean (`<@person id>`, `<@role:expert>` …), and how that is said to its reader. */
import type { Membership, Role } from '@hub/contracts';
import { excerptOf } from '@hub/contracts/excerpt';
import { mentionToken, type Mentioned } from '@hub/contracts/mentions';
import type { Translate } from '../../i18n';
import { mentionWords } from '../../mention-words';

/** A person, or a group by what stands in its token: `channel`, `role:expert`, `partnership:<id>`. */
export interface Mentionable {
  id: string;
  name: string;
}

/** Whom a mention may mean: the reader, with the roles they hold where they are reading. */
export interface Reader {
  id: string;
  memberships: readonly Pick<Membership, 'role' | 'partnership'>[];
}

/** Whether a mention is of the reader, by their name or with a group they belong to. */
export function isMeant(mentioned: Mentioned | undefined, { id, memberships }: Reader): boolean {
  switch (mentioned?.kind) {
    case 'person':
      return mentioned.id === id;
    case 'partnership':
      return memberships.some(({ partnership }) => partnership?.id === mentioned.id);
    case 'role':
      return memberships.some(({ role }) => role === mentioned.role);
    case 'channel':
      return true;
    case undefined:
      return false;
  }
}

/** Whom a body on its way mentions, as far as the people around it tell; the hub says it for what has arrived. */
export function mentionsIn(body: string, people: readonly Mentionable[]): Mentioned[] {
  return [...body.matchAll(mentionToken)].flatMap(([token]): Mentioned[] => {
    const [kind = '', rest = ''] = named(token).split(':');
    if (kind === 'channel') return [{ kind }];
    if (kind === 'role') return [{ kind, role: rest as Role }];
    const one = people.find(({ id }) => id === named(token));
    if (!one) return [];
    return [
      kind === 'partnership' ? { kind, id: rest, name: one.name } : { kind: 'person', id: one.id, name: one.name },
    ];
  });
}

/** What a token names, as ids are written. */
function named(token: string): string {
  return token.slice(2, -1).toLowerCase();
}

/** The start of a message as one line of plain text, as the hub's excerpts are. */
export function plainText(body: string, mentions: readonly Mentioned[], t: Translate, longest?: number): string {
  return excerptOf(body, mentions, { longest, words: mentionWords(t) });
}
