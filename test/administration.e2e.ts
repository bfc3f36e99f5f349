/** Looking after people: roles given, moved and ended, accounts closed, and the trail that all of it leaves. */
import { caller, type Call } from '@hub/client';
import { roleRights, roles, type AuditList, type Role, type Side } from '@hub/contracts';
import {
  channel,
  hub,
  leastOf,
  membership,
  network,
  nobodySleeps,
  partnership,
  person,
  until,
  type Place,
  type SignedIn,
  type TestHub,
} from '@hub/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { EndingsService } from '../src/modules/identity/endings.service.js';
import { EndingsJobs } from '../src/modules/notifications/endings.jobs.js';

interface Someone extends SignedIn {
  call: Call;
}

let here: TestHub;
let networkId: string;
let otherId: string;
let pairId: string;
let administrator: Someone;
let coordinator: Someone;
let swedish: Someone;
let today: string;

beforeAll(async () => {
  here = await hub();
  networkId = await network(here.database);
  otherId = await network(here.database, 'equality');
  pairId = await partnership(here.database, networkId);
  administrator = await somebody('Astrid Berg', 'administrator', {});
  coordinator = await somebody('Sigrid Holm', 'project_coordinator', { networkId });
  swedish = await somebody('Lars Ek', 'partnership_coordinator', ofSide('swedish'));
  const [row] = await here.database.query<{ today: string }>('select current_date::text as today');
  today = row?.today ?? '';
});

afterAll(() => here.close());

const ofSide = (side: Side): Place => ({ networkId, partnershipId: pairId, side });

async function somebody(name: string, role: Role, place: Place): Promise<Someone> {
  const personId = await person(here.database, name);
  await membership(here.database, personId, role, place);
  const signedIn = await here.signIn(personId);
  return { ...signedIn, call: caller({ origin: here.origin, headers: signedIn.headers }) };
}

const day = (days: number) => new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
const inNetwork = (personId: string, role: Role) => ({ personId, role, networkId, fromOn: today, lastOn: null });
const inPair = (personId: string, role: Role, side: Side = 'swedish') => ({
  ...inNetwork(personId, role),
  partnershipId: pairId,
  side,
});
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
const termsOf = async (who: Someone, personId: string) => (await who.call('person.read', { personId })).terms;
const trail = (
  who: Someone,
  query: { subjectId?: string; action?: string; words?: string; networkSlug?: string } = {},
) => who.call('audit.list', query);

describe('a role', () => {
  it('is given for a time, opens what it opens, and is moved and ended', async () => {
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

describe('the trail', () => {
  it('is read whole by administrators, and of their network by coordinators', async () => {
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
      const [before] = await here.database.query<{ count: number }>('select count(*) from audit_entries');
      await expect(here.database.query(statement)).rejects.toMatchObject({ code: '42501' });
      expect((await here.database.query('select count(*) from audit_entries'))[0]).toEqual(before);
    },
  );
});

describe('a role that ends', () => {
  const endings = async (who: Someone) =>
    (await who.call('notification.list', {})).notifications.flatMap((one) => (one.kind === 'role_ending' ? [one] : []));
  const letters = (personId: string) =>
    here.database.query<{ state: string }>(
      `select state from deliveries where person_id = $1 and medium = 'email' and kind = 'role_ending'`,
      [personId],
    );
  /** As if its first weeks were over. */
  const endsIn = (membershipId: string, days: number) =>
    here.database.query('update memberships set until_on = current_date + $2::int where id = $1', [membershipId, days]);
  const look = () => here.app.nest.get(EndingsService).look();

  it('is told four weeks before, once, to its holder and to whoever gives it', async () => {
    const mentor = await somebody('Rehema Kisanga', 'mentor', { networkId });
    await here.database.query(`update people set locale = 'sv' where id = $1`, [mentor.personId]);
    await nobodySleeps(here.database);
    // As a demonstration the hub keeps its letters.
    await here.database.query(`insert into settings (key, value) values ('demonstration', 'true')`);
    const [term] = await termsOf(coordinator, mentor.personId);
    const membershipId = term?.id ?? '';
    const client = here.client(mentor);
    const heard: string[] = [];
    client.onEvents((events) =>
      heard.push(...events.flatMap((one) => (one.kind === 'notification.created' ? [one.notification.kind] : []))),
    );
    await until(client.state, (state) => state === 'online');
    await endsIn(membershipId, 29);
    await look();
    await endsIn(membershipId, 28);
    // Two nodes look at the same moment, and later again.
    await Promise.all([look(), look()]);
    await look();
    await until(
      () => letters(mentor.personId),
      (seen) => seen.some(({ state }) => state === 'delivered'),
    );
    await here.database.query(`delete from settings where key = 'demonstration'`);
    const [letter] = await here.database.query<{ recipient: string; subject: string; plain: string }>(
      'select recipient, subject, plain from demonstration_mails where recipient like $1',
      ['Rehema%'],
    );
    const date = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day(27)));
    expect(letter).toMatchObject({
      recipient: `Rehema Kisanga <${mentor.personId}@example.org>`,
      subject: `Din roll slutar ${date}`,
    });
    expect(letter?.plain).toContain(`Din roll i Samverka, Mentor (climate), har sin sista dag ${date}.`);
    expect(letter?.plain).toContain('/settings');
    const [own] = await endings(mentor);
    expect(own).toMatchObject({ own: true, role: 'mentor', networkSlug: 'climate', lastOn: day(27), readAt: null });
    const ofMentor = (await endings(coordinator)).filter(({ from }) => from.id === mentor.personId);
    expect(ofMentor).toMatchObject([{ own: false, from: { name: 'Rehema Kisanga' } }]);
    expect(await endings(swedish)).toEqual([]);
    // Told a second time by a job that runs twice, nothing is added.
    await here.app.nest.get(EndingsJobs).tell({ membershipId, untilOn: day(28) });
    expect([(await endings(mentor)).length, (await letters(mentor.personId)).length]).toEqual([1, 1]);
    expect(heard).toEqual(['role_ending']);
    expect((await mentor.call('notification.read', {})).unread).toBe(0);
  });

  it('and was moved meanwhile is not told, nor spoken of any more', async () => {
    const expertOf = await somebody('Gerald Tumwesige', 'expert', { networkId });
    const [term] = await termsOf(coordinator, expertOf.personId);
    const membershipId = term?.id ?? '';
    await endsIn(membershipId, 200);
    await here.app.nest.get(EndingsJobs).tell({ membershipId, untilOn: day(10) });
    expect([await endings(expertOf), await letters(expertOf.personId)]).toEqual([[], []]);
    await endsIn(membershipId, 10);
    await look();
    await until(
      () => endings(expertOf),
      (seen) => seen.length === 1,
    );
    await coordinator.call('role.change', { membershipId, lastOn: day(300) });
    expect(await endings(expertOf)).toEqual([]);
    expect((await expertOf.call('notification.list', {})).unread).toBe(0);
  });
});
