import { describe, expect, it } from '@jest/globals';
import type { DirectoryPerson } from '@hub/contracts';
import { filterPeople } from './filter-people';

const person = (name: string, role: 'expert' | 'mentor', place: string, country: string): DirectoryPerson => ({
  id: name,
  name,
  initials: '',
  title: 'Planner',
  email: null,
  languages: [],
  timeZone: 'UTC',
  localGovernment: { id: place, name: place, country },
  roles: [{ role, side: null, partnership: null }],
});

const people = [
  person('Åsa Söderström', 'expert', 'Växjö', 'SE'),
  person('José Ramírez', 'mentor', 'Popayán', 'CO'),
  person('Grace Wanjiru', 'expert', 'Machakos', 'KE'),
];
const names = (found: DirectoryPerson[]) => found.map(({ name }) => name);

describe('filterPeople', () => {
  it('finds names with diacritics by letters without them', () => {
    expect(names(filterPeople(people, { words: 'asa soder' }))).toEqual(['Åsa Söderström']);
    expect(names(filterPeople(people, { words: 'jose' }))).toEqual(['José Ramírez']);
  });

  it('finds letters with diacritics as well, in any order of words', () => {
    expect(names(filterPeople(people, { words: 'Ramírez JOSÉ' }))).toEqual(['José Ramírez']);
  });

  it('looks at title and place', () => {
    expect(names(filterPeople(people, { words: 'vaxjo planner' }))).toEqual(['Åsa Söderström']);
  });

  it('takes role and country together', () => {
    expect(names(filterPeople(people, { role: 'expert', country: 'KE' }))).toEqual(['Grace Wanjiru']);
    expect(filterPeople(people, { role: 'mentor', country: 'KE' })).toEqual([]);
  });
});
