import type { PersonRef } from '@hub/contracts';

const longest = 120;

/** The same whoever of the two writes first, so that two who begin at once meet in one topic. */
export function directTitle(members: readonly Pick<PersonRef, 'id' | 'name'>[]): string {
  return [...members]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ name }) => name)
    .join(' – ')
    .slice(0, longest);
}
