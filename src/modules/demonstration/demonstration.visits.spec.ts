import { describe, expect, it } from '@jest/globals';
import { readData } from './demonstration.data.js';
import { personas } from './demonstration.people.js';
import { idOf, type Row } from './demonstration.rows.js';
import { visitTables } from './demonstration.visits.js';

const data = readData();
const made = ['2026-11-24T09:12:00Z', '2027-03-01T00:04:00Z', '2028-02-29T23:30:00Z', '2026-10-31T12:00:00Z'].map(
  (day) => {
    const now = new Date(day);
    const tables = new Map(visitTables(data, { people: personas(data, now), now }));
    return { now, today: day.slice(0, 10), visits: rowsOf(tables, 'visits'), changes: rowsOf(tables, 'visit_changes') };
  },
);

function rowsOf(tables: Map<string, Row[]>, table: string): Row[] {
  return tables.get(table) ?? [];
}

describe.each(made)('the visits of the demonstration on $today', ({ now, today, visits, changes }) => {
  const of = (slug: string) => visits.filter(({ partnership_id }) => partnership_id === idOf('partnership', slug));
  const stateOf = (slug: string, number: number) => of(slug)[number - 1]?.state;

  it('are two a year for every partnership, one after the other and with hosts in turn', () => {
    expect(visits).toHaveLength(189);
    for (const { slug, withdrawn, associate, applicant } of data.partnerships) {
      const own = of(slug);
      expect([slug, own.length]).toEqual([slug, associate || applicant ? 0 : withdrawn ? 5 : 8]);
      const days = own.map(({ starts_on }) => String(starts_on));
      expect(days).toEqual(days.toSorted());
      expect(own.map(({ host_side }) => host_side)).toEqual(
        own.map((_, index) => (index % 2 === 0 ? 'international' : 'swedish')),
      );
    }
  });

  it('tell a history that ends where they are', () => {
    for (const visit of visits) {
      const own = changes.filter(({ visit_id }) => visit_id === visit.id);
      expect(own.map(({ version }) => version)).toEqual(own.map((_, index) => index + 1));
      expect(visit.version).toBe(own.length);
      const { state, startsOn, lessons } = (own.at(-1) ?? {}).snapshot as Record<string, string>;
      expect([visit.state, visit.starts_on, visit.lessons]).toEqual([state, startsOn, lessons]);
      const moments = own.map(({ changed_at }) => Date.parse(String(changed_at)));
      expect(moments).toEqual(moments.toSorted((a, b) => a - b));
      expect(moments.at(-1)).toBeLessThan(now.getTime());
    }
  });

  it('were held in the past, and are ahead else', () => {
    for (const { state, starts_on, ends_on } of visits) {
      if (state === 'held' || state === 'held_online') expect(String(ends_on) < today).toBe(true);
      else if (state !== 'confirmed' && state !== 'cancelled') expect(String(starts_on) > today).toBe(true);
    }
  });

  it('give every trouble to invented places', () => {
    const real = data.partnerships.filter(({ source }) => source === 'real').map(({ slug }) => slug);
    const theirs = real.flatMap(of);
    expect(new Set(theirs.map(({ state }) => state))).toEqual(new Set(['confirmed', 'held', 'planned']));
    const ids = new Set(theirs.map(({ id }) => id));
    expect(changes.filter(({ visit_id, reason }) => ids.has(visit_id) && reason !== '')).toEqual([]);
    expect(JSON.stringify(theirs.map(({ participants }) => participants))).not.toContain('politician');
  });

  it('show each state that a visit can be in, and lessons that are wanted', () => {
    expect(stateOf('granvika-mto-mpya', 2)).toBe('postponed');
    expect(stateOf('vastersund-namulanda', 6)).toBe('postponed');
    expect(stateOf('norrvika-santa-lucia', 4)).toBe('moved');
    expect(stateOf('havsby-lakeshore', 3)).toBe('held_online');
    expect(stateOf('robertsfors-machakos', 2)).toBe('confirmed');
    expect(stateOf('alvnaset-lukanda', 5)).toBe('cancelled');
    expect(of('lindhamra-villa-ceiba')[2]).toMatchObject({ state: 'held', lessons: '' });
    expect(visits.filter(({ lessons }) => lessons !== '').length).toBeGreaterThan(80);
  });
});
