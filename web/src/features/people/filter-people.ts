import type { DirectoryPerson, Role } from '@hub/contracts';
import { foldName } from './fold-name';

export interface PeopleFilter {
  /** Every word of it has to occur in the name, title or place. */
  words?: string;
  role?: Role;
  country?: string;
}

export function filterPeople(
  people: readonly DirectoryPerson[],
  { words = '', role, country }: PeopleFilter,
): DirectoryPerson[] {
  const wanted = foldName(words).split(/\s+/).filter(Boolean);
  return people.filter((person) => {
    if (role && !person.roles.some((held) => held.role === role)) return false;
    if (country && person.localGovernment?.country !== country) return false;
    const text = foldName(`${person.name} ${person.title} ${person.localGovernment?.name ?? ''}`);
    return wanted.every((word) => text.includes(word));
  });
}
