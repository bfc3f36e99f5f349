/** The trail that looking after people leaves: who reads what of it, what stands in it, and that it only grows. */
import type { AuditList } from '@hub/contracts';
import { membership, person } from '@hub/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { administrationField, trail, type AdministrationField } from './administration-field.js';

let field: AdministrationField;

beforeAll(async () => {
  field = await administrationField();
  await past();
});

afterAll(() => field.here.close());

/** What it tells of in every test: roles that were given, moved and ended, and an account that was closed. */
async function past(): Promise<void> {
  const { here, networkId, administrator, coordinator, swedish, somebody, day, inNetwork, inPair } = field;
  const amara = await somebody('Amara Mwansa', 'guest', { networkId });
  const expert = { ...inNetwork(amara.personId, 'expert'), lastOn: day(30) };
  const { membershipId } = await coordinator.call('role.grant', expert);
  await coordinator.call('role.change', { membershipId, lastOn: day(60) });
  await coordinator.call('role.end', { membershipId, reason: 'Moved to another authority.' });
  const known = await person(here.database, 'José Ramírez');
  await membership(here.database, known, 'guest', { networkId });
  await swedish.call('role.grant', inPair(known, 'team_member'));
  const { personId } = await somebody('Lars Lind', 'expert', { networkId });
  await administrator.call('person.disable', { personId, reason: 'Lost the telephone.' });
  await administrator.call('person.enable', { personId, reason: 'Found it.' });
}

describe('the trail', () => {
  it('is read whole by administrators, and of their network by coordinators', async () => {
    const { pairId, administrator, coordinator, swedish, day } = field;
    const everything = await trail(administrator, { action: 'person' });
    expect(everything.entries.length).toBeGreaterThan(0);
    expect((await trail(coordinator, { action: 'person' })).entries).toEqual([]);
    expect((await trail(swedish)).entries).toEqual([]);
    const [entry] = (await trail(coordinator, { words: 'another authority' })).entries;
    expect(entry).toMatchObject({
      action: 'role.end',
      actor: { name: 'Sigrid Holm' },
      network: { slug: 'climate' },
      subject: { kind: 'role', role: 'expert', person: { name: 'Amara Mwansa' } },
    });
    expect((await trail(administrator, { networkSlug: 'equality' })).entries).toEqual([]);
    const ofPerson = await trail(administrator, { subjectId: entry?.subject.person?.id ?? '' });
    expect(ofPerson.entries.map(({ action }) => action)).toEqual(['role.end', 'role.change', 'role.grant']);
    expect((await administrator.call('audit.list', { fromOn: day(1) })).entries).toEqual([]);
    expect((await administrator.call('audit.list', { lastOn: day(-1) })).entries).toEqual([]);
    const [granted] = (await trail(coordinator, { action: 'role.grant', words: pairId })).entries;
    const { names } = await trail(coordinator, { action: 'role.grant' });
    expect(names[String(granted?.after?.['personId'])]).toBe('José Ramírez');
  });

  it('holds what people change of themselves and of channels', async () => {
    const { here, administrator, coordinator, swedish } = field;
    await swedish.call('profile.change', { title: 'Planner', locale: 'en' });
    await swedish.call('profile.change', { title: 'Planner' });
    const input = {
      networkSlug: 'climate',
      channelId: uuidv7(),
      name: 'Wells',
      purpose: '',
      kind: 'thematic' as const,
    };
    const { id: channelId } = await coordinator.call('channel.create', input);
    await coordinator.call('channel.change', { channelId, name: 'Wells and pumps' });
    await coordinator.call('member.remove', { channelId, personId: swedish.personId });
    await coordinator.call('member.add', { channelId, personIds: [swedish.personId] });
    await coordinator.call('channel.archive', { channelId, archived: true });
    await coordinator.call('channel.archive', { channelId, archived: true });
    const told = ({ entries }: AuditList) => entries.map(({ action, before, after }) => [action, before ?? after]);
    expect(told(await trail(administrator, { subjectId: swedish.personId, action: 'profile' }))).toEqual([
      ['profile.change', { fields: ['title'] }],
    ]);
    expect(told(await trail(coordinator, { subjectId: channelId }))).toEqual([
      ['channel.archive', { archived: true }],
      ['member.add', { personIds: [swedish.personId] }],
      ['member.remove', { personIds: [swedish.personId] }],
      ['channel.change', { fields: ['name'] }],
      ['channel.create', { kind: 'thematic', partnershipId: null, sensitive: false }],
    ]);
    expect(JSON.stringify(await here.database.query('select before, after from audit_entries'))).not.toContain('Wells');
  });

  it('comes by pages, and as a table in which nothing is a formula', async () => {
    const { here, networkId, coordinator, day, inNetwork } = field;
    const personId = await person(here.database, '=HYPERLINK("https://elsewhere.example")');
    await membership(here.database, personId, 'guest', { networkId });
    for (let n = 0; n < 60; n++)
      await coordinator.call('role.grant', { ...inNetwork(personId, 'expert'), fromOn: day(n), lastOn: day(n) });
    const first = await trail(coordinator, { subjectId: personId });
    const rest = await coordinator.call('audit.list', { subjectId: personId, after: first.entries.at(-1)?.id });
    expect([first.entries.length, first.more, rest.entries.length, rest.more]).toEqual([50, true, 10, false]);
    const { csv, complete } = await coordinator.call('audit.export', { subjectId: personId });
    expect(complete).toBe(true);
    const lines = csv.trim().split('\r\n');
    expect(lines).toHaveLength(61);
    expect(lines[1]).toContain(`"'=HYPERLINK(""https://elsewhere.example"")"`);
  });

  it.each(['update audit_entries set reason = $$other$$', 'delete from audit_entries', 'truncate audit_entries'])(
    'only grows: %s',
    async (statement) => {
      const { here } = field;
      const [before] = await here.database.query<{ count: number }>('select count(*) from audit_entries');
      await expect(here.database.query(statement)).rejects.toMatchObject({ code: '42501' });
      expect((await here.database.query('select count(*) from audit_entries'))[0]).toEqual(before);
    },
  );
});
