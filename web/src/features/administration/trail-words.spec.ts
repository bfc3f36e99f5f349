import { describe, expect, it } from '@jest/globals';
import type { AuditEntry } from '@hub/contracts';
import { changesOf, sentenceOf } from './trail-words';

const t = (id: string, values: Record<string, string | number> = {}) =>
  [id, ...Object.entries(values).map(([name, value]) => `${name}=${value}`)].join(' ');
const words = {
  t,
  date: (plain: string) => `on ${plain}`,
  list: (items: readonly string[]) => items.join(' and '),
  names: { 'id-1': 'Amara Mwansa' },
};
const entry: AuditEntry = {
  id: 'e',
  at: '2026-11-29T10:00:00.000Z',
  actor: { id: 'a', name: 'Maria Holm', initials: 'MH' },
  network: null,
  action: 'role.end',
  subject: {
    id: 'm',
    kind: 'role',
    name: null,
    person: { id: 'id-1', name: 'Amara Mwansa', initials: 'AM' },
    role: 'expert',
  },
  reason: '',
  before: { untilOn: '2027-01-01' },
  after: { untilOn: '2026-11-29' },
};

describe('the trail in words', () => {
  it('says who did what to whom', () => {
    expect(sentenceOf(t, entry)).toContain('trail.done.role.end actor=Maria Holm');
    expect(sentenceOf(t, entry)).toContain('person=Amara Mwansa');
  });

  it('tells an action it has no sentence for by its name, and the hub where nobody did it', () => {
    const other = { ...entry, action: 'seat.move', actor: null };
    expect(sentenceOf(t, other)).toMatch(/^trail\.done\.other actor=trail\.hub action=seat\.move/);
  });

  it('shows what was and what is', () => {
    expect(changesOf(entry, words)).toEqual([
      { field: 'trail.field.untilOn', text: 'trail.was_is before=on 2027-01-01 after=on 2026-11-29' },
    ]);
  });

  it('calls ids by their names, leaves out what says nothing, and shows fields it does not know', () => {
    const given = { ...entry, before: null, after: { personIds: ['id-1', 'id-2'], side: null, odd: true } };
    expect(changesOf(given, words)).toEqual([
      { field: 'trail.field.personIds', text: 'Amara Mwansa and id-2' },
      { field: 'odd', text: 'trail.yes' },
    ]);
  });
});
