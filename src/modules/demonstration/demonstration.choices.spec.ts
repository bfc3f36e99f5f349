import { expect, it } from '@jest/globals';
import { readData } from './demonstration.data.js';
import type { Row } from './demonstration.rows.js';
import { demonstration } from './loader.js';

const { tables, people } = demonstration(readData(), new Date('2026-11-24T09:12:00Z'));
const rows = (table: string) => tables.people.find(([name]) => name === table)?.[1] ?? [];

it('lets politicians of every mandate choose the same, and coordinators with dear data one letter a week', () => {
  const said = ({ mail, digest }: Row) => JSON.stringify([mail, digest]);
  const chosen = new Map(rows('preferences').map((row) => [row.person_id, row]));
  const all = [...people.values()];
  const politicians = all.filter(({ memberships: [{ role }] }) => role === 'politician');
  expect(new Set(politicians.map(({ id }) => said(chosen.get(id) ?? {}))).size).toBe(1);
  const weekly = all.filter(({ id }) => chosen.get(id)?.digest === 'weekly');
  expect(weekly.length).toBeGreaterThan(5);
  expect(weekly.every(({ row }) => row.low_data === true)).toBe(true);
  expect(chosen.size).toBe(politicians.length + weekly.length);
});
