/** Looking after people: roles given, moved and ended, accounts closed and corrected, and who is found. */
import { caller } from '@hub/client';
import { roleRights, roles, type Role } from '@hub/contracts';
import { channel, leastOf, membership, person, until } from '@hub/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { administrationField, termsOf, trail, type AdministrationField, type Someone } from './administration-field.js';

let field: AdministrationField;

beforeAll(async () => {
  field = await administrationField();
});

afterAll(() => field.here.close());

const refusal = (call: Promise<unknown>) =>
  call.then(
    () => 'done',
    ({ code }) => String(code),
  );
const wrong = (call: Promise<unknown>) =>
  call.then(
    () => [],
    ({ details }: { details: { fields?: { path: string; problem: string }[] } }) =>
      (details.fields ?? []).map(({ path, problem }) => `${path} ${problem}`),
  );

describe('a role', () => {
  it('is given for a time, opens what it opens, and is moved and ended', async () => {
    const { here, networkId, coordinator, somebody, today, day, inNetwork } = field;
    const channelId = await channel(here.database, { networkId });
    const amara = await somebody('Amara Mwansa', 'guest', { networkId });
    expect(await refusal(amara.call('channel.read', { channelId }))).toBe('NOT_FOUND');
    const { membershipId } = await coordinator.call('role.grant', {
      ...inNetwork(amara.personId, 'expert'),
      lastOn: day(30),
    });
    await until(
      () => refusal(amara.call('channel.read', { channelId })),
      (seen) => seen === 'done',
    );
    await coordinator.call('role.change', { membershipId, lastOn: day(60) });
    const term = (await termsOf(coordinator, amara.personId)).find(({ id }) => id === membershipId);
    expect(term).toMatchObject({ role: 'expert', fromOn: today, untilOn: day(61), current: true, mayChange: true });
    await coordinator.call('role.end', { membershipId, reason: 'Moved to another authority.' });
    await until(
      () => refusal(amara.call('channel.read', { channelId })),
      (seen) => seen === 'NOT_FOUND',
    );
    const { entries } = await trail(coordinator, { subjectId: membershipId });
    expect(entries.map(({ action, before, after, reason }) => ({ action, before, after, reason }))).toEqual([
      {
        action: 'role.end',
        before: { untilOn: day(61) },
        after: { untilOn: today },
        reason: 'Moved to another authority.',
      },
      { action: 'role.change', before: { untilOn: day(31) }, after: { untilOn: day(61) }, reason: '' },
      { action: 'role.grant', before: null, after: expect.objectContaining({ role: 'expert' }), reason: '' },
    ]);
    // Over, it stays as it is; a second end leaves no second trace.
    await coordinator.call('role.end', { membershipId, reason: 'Once more.' });
    expect(await refusal(coordinator.call('role.change', { membershipId, lastOn: null }))).toBe('FORBIDDEN');
    expect((await trail(coordinator, { subjectId: membershipId })).entries).toHaveLength(3);
  });

  it('needs what it is held in, days in order, and is held once at a time', async () => {
    const { here, administrator, day, inNetwork } = field;
    const personId = await person(here.database, 'Grace Wanjiru');
    const grant = (input: object) =>
      wrong(administrator.call('role.grant', { ...inNetwork(personId, 'expert'), ...input }));
    expect(await grant({ networkId: null })).toEqual(['networkId required']);
    expect(await grant({ role: 'politician' })).toEqual(['partnershipId required', 'side required']);
    expect(await grant({ role: 'politician', partnershipId: uuidv7(), side: 'swedish' })).toEqual([
      'partnershipId not_a_choice',
    ]);
    expect(await grant({ lastOn: day(-1) })).toEqual(['lastOn too_early']);
    expect(await grant({ fromOn: '0000-01-01', lastOn: '9999-12-31' })).toEqual([
      'fromOn too_early',
      'lastOn too_late',
    ]);
    // The same person, from two hands at once.
    const twice = await Promise.all([grant({}), grant({})]);
    expect(twice.flat()).toEqual(['role taken']);
    expect(await grant({ fromOn: day(90) })).toEqual(['role taken']);
    const [term] = await termsOf(administrator, personId);
    expect(await wrong(administrator.call('role.change', { membershipId: term?.id ?? '', lastOn: day(-1) }))).toEqual([
      'lastOn too_early',
    ]);
  });

  it('is given by those who look after where it is held, to people they know', async () => {
    const { here, networkId, otherId, pairId, coordinator, swedish, inNetwork, inPair } = field;
    const known = await person(here.database, 'José Ramírez');
    await membership(here.database, known, 'guest', { networkId });
    const stranger = await person(here.database, 'Some Stranger');
    await membership(here.database, stranger, 'guest', { networkId: otherId });
    expect(await refusal(coordinator.call('role.grant', inNetwork(stranger, 'expert')))).toBe('NOT_FOUND');
    expect(await refusal(coordinator.call('role.grant', inNetwork(known, 'project_coordinator')))).toBe('FORBIDDEN');
    const elsewhere = { ...inNetwork(known, 'expert'), networkId: otherId };
    expect(await refusal(coordinator.call('role.grant', elsewhere))).toBe('NOT_FOUND');
    expect(await refusal(swedish.call('role.grant', inPair(known, 'team_member', 'international')))).toBe('FORBIDDEN');
    expect(await refusal(swedish.call('role.grant', inPair(known, 'partnership_coordinator')))).toBe('FORBIDDEN');
    const { membershipId } = await swedish.call('role.grant', inPair(known, 'team_member'));
    expect(await termsOf(swedish, known)).toMatchObject([{ id: membershipId, side: 'swedish', mayChange: true }]);
    const { grantable } = await swedish.call('person.read', { personId: known });
    expect(grantable).toMatchObject([{ partnerships: [{ id: pairId, sides: ['swedish'] }] }]);
    expect(grantable[0]?.roles).toEqual(
      roles.filter((role) => roleRights.partnership_coordinator.grants.includes(role)),
    );
  });

  it('opens the channels that the table says it opens', async () => {
    const { here } = field;
    const opened = await here.database.query<{ role: Role; kinds: string[] }>(
      'select role, array_agg(kind order by kind) as kinds from channel_kind_roles group by role',
    );
    const said = (role: Role) => roleRights[role].channels.toSorted();
    expect(new Map(opened.map(({ role, kinds }) => [role, kinds]))).toEqual(
      new Map(roles.filter((role) => said(role).length > 0).map((role) => [role, said(role)])),
    );
  });
});

describe('an account', () => {
  it('is closed at once, with every session, and opened again', async () => {
    const { here, networkId, administrator, coordinator, somebody } = field;
    const lars = await somebody('Lars Lind', 'expert', { networkId });
    const client = here.client(lars);
    await until(client.state, (state) => state === 'online');
    const { personId } = lars;
    expect(await refusal(coordinator.call('person.disable', { personId, reason: 'No.' }))).toBe('FORBIDDEN');
    await administrator.call('person.disable', { personId, reason: 'Lost the telephone.' });
    expect(await refusal(lars.call('profile.read', {}))).toBe('UNAUTHENTICATED');
    await until(client.state, (state) => state === 'ended');
    const { found } = await administrator.call('person.list', { standing: 'disabled' });
    expect(found.map(({ id }) => id)).toEqual([personId]);
    await administrator.call('person.enable', { personId, reason: 'Found it.' });
    const again = await here.signIn(personId);
    const call = caller({ origin: here.origin, headers: again.headers });
    expect((await call('profile.read', {})).memberships).toHaveLength(1);
    const { entries } = await trail(administrator, { subjectId: personId });
    expect(entries.map(({ action, reason }) => [action, reason])).toEqual([
      ['person.enable', 'Found it.'],
      ['person.disable', 'Lost the telephone.'],
    ]);
  });

  it('is corrected by administrators, whose trail names fields and not what they say', async () => {
    const { here, administrator } = field;
    const personId = await person(here.database, 'Ana Lopes');
    const taken = await person(here.database, 'Ana Lopez');
    const change = (input: object) => administrator.call('person.change', { personId, ...input });
    expect(await wrong(change({ email: 'nowhere' }))).toEqual(['email not_an_address']);
    expect(await wrong(change({ email: `${taken}@EXAMPLE.org` }))).toEqual(['email taken']);
    await change({ name: 'Ana Lopes Silva', email: 'ana@example.org', title: '' });
    expect(await administrator.call('person.read', { personId })).toMatchObject({
      name: 'Ana Lopes Silva',
      email: 'ana@example.org',
    });
    const { entries } = await trail(administrator, { subjectId: personId });
    expect(entries.map(({ after }) => after)).toEqual([{ fields: ['name', 'email'] }]);
    expect(JSON.stringify(entries[0]?.after)).not.toContain('ana@');
  });

  it('of the last administrator stays, whoever tries to end it', async () => {
    const { here, administrator, somebody, day } = field;
    const { personId } = administrator;
    const [own] = await termsOf(administrator, personId);
    const membershipId = own?.id ?? '';
    const reason = 'Enough.';
    expect(await refusal(administrator.call('role.end', { membershipId, reason }))).toBe('FORBIDDEN');
    expect(await refusal(administrator.call('role.change', { membershipId, lastOn: day(5) }))).toBe('FORBIDDEN');
    expect(await refusal(administrator.call('person.disable', { personId, reason }))).toBe('FORBIDDEN');
    // Two administrators who end each other at once: one of them stays.
    const second = await somebody('Bo Dahl', 'administrator', {});
    const [theirs] = await termsOf(administrator, second.personId);
    await Promise.allSettled([
      administrator.call('role.end', { membershipId: theirs?.id ?? '', reason }),
      second.call('role.end', { membershipId, reason }),
    ]);
    const left = await here.database.query<{ person_id: string }>(
      `select person_id from current_memberships where role = 'administrator'`,
    );
    expect(left).toHaveLength(1);
    await here.database.query(`update memberships set until_on = null where id = $1`, [membershipId]);
  });
});

describe('the people', () => {
  it('are found by role, network, end and words, by those who look after them', async () => {
    const { here, networkId, administrator, coordinator, swedish, day } = field;
    const asa = await person(here.database, 'Åsa Söderström');
    await here.database.query(
      `insert into memberships (id, person_id, role, network_id, from_on, until_on)
      values ($1, $2, 'mentor', $3, current_date - 300, current_date + 20)`,
      [uuidv7(), asa, networkId],
    );
    const names = async (who: Someone, query: object) =>
      (await who.call('person.list', query)).found.map(({ name }) => name);
    expect(await names(coordinator, { words: 'soderstrom ASA' })).toEqual(['Åsa Söderström']);
    expect(await names(coordinator, { weeks: 3 })).toEqual(['Åsa Söderström']);
    expect(await names(coordinator, { weeks: 2 })).toEqual([]);
    expect(await names(administrator, { role: 'mentor', networkSlug: 'climate' })).toEqual(['Åsa Söderström']);
    expect(await names(administrator, { role: 'mentor', networkSlug: 'equality' })).toEqual([]);
    expect(await names(coordinator, { standing: 'ended', words: 'amara' })).toEqual(['Amara Mwansa']);
    expect(await names(swedish, {})).toEqual(['José Ramírez', 'Lars Ek']);
    expect(await names(swedish, { standing: 'all', words: 'soderstrom' })).toEqual(['Åsa Söderström']);
    expect(await names(coordinator, { standing: 'all', words: 'Some Stranger' })).toEqual([]);
    const [found] = (await coordinator.call('person.list', { words: 'soderstrom' })).found;
    expect(found).toMatchObject({ email: null, terms: [{ role: 'mentor', over: false, untilOn: day(20) }] });
  });

  it('come by pages, and quickly with 2,000 of them', async () => {
    const { here, otherId, administrator } = field;
    await here.database.query(
      `with made as (
        insert into people (id, name, initials, email, time_zone)
        select gen_random_uuid(), 'Person ' || lpad(n::text, 4, '0'), 'P', 'p' || n || '@example.org', 'UTC'
        from generate_series(1, 2000) n returning id)
      insert into memberships (id, person_id, role, network_id, from_on)
      select gen_random_uuid(), id, 'communications_officer', $1, current_date from made`,
      [otherId],
    );
    const query = { role: 'communications_officer' as const };
    expect(await leastOf(3, () => administrator.call('person.list', query))).toBeLessThan(1_500);
    const first = await administrator.call('person.list', query);
    expect(first).toMatchObject({ total: 2_000, more: true });
    const second = await administrator.call('person.list', { ...query, after: first.found.at(-1)?.id });
    expect([first.found.length, first.found.at(-1)?.name, second.found[0]?.name]).toEqual([
      50,
      'Person 0050',
      'Person 0051',
    ]);
  });
});
