/** Calendar feeds, as calendars read them: by two libraries that know nothing of the hub, in several zones of the world. */
import { caller, type Call } from '@hub/client';
import type { Input, Role } from '@hub/contracts';
import { hub, membership, network, partnership, person, type Place, type SignedIn, type TestHub } from '@hub/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { sync as nodeIcal } from 'node-ical';
import { execFileSync } from 'node:child_process';
import { symbols } from 'pino';
import { v7 as uuidv7 } from 'uuid';
import { Log } from '../src/edge/log.js';

interface Someone extends SignedIn {
  call: Call;
}

let here: TestHub;
let networkId: string;
let pairId: string;
let otherPairId: string;
let coordinator: Someone;
let manager: Someone;
let guest: Someone;
const logged: string[] = [];
const publicUrl = 'http://localhost:3999';

const longName = `Årsmöte för ungdomsrådet; ${'ömsesidigt lärande, '.repeat(6)}och «rätten att få svar» 🌍 ${'ä'.repeat(80)}`;

beforeAll(async () => {
  here = await hub({ LOG_LEVEL: 'debug', PUBLIC_URL: publicUrl });
  Object.assign(here.app.nest.get(Log).pino, { [symbols.streamSym]: { write: (line: string) => logged.push(line) } });
  networkId = await network(here.database);
  pairId = await partnership(here.database, networkId);
  otherPairId = await partnership(here.database, networkId, 'malmo-lusaka');
  coordinator = await somebody('project_coordinator', { networkId });
  manager = await somebody('project_manager', { networkId, partnershipId: pairId, side: 'swedish' });
  guest = await somebody('guest', { networkId });
});

afterAll(() => here.close());

async function somebody(role: Role, place: Place): Promise<Someone> {
  const personId = await person(here.database);
  await membership(here.database, personId, role, place);
  const signedIn = await here.signIn(personId);
  const headers = { ...signedIn.headers, origin: publicUrl };
  return { ...signedIn, call: caller({ origin: here.origin, headers }) };
}

interface Line {
  name: string;
  on: string;
  of?: string | undefined;
  deadline?: { time: string; timeZone: string };
}

let number = 0;

async function milestone({ name, on, of, deadline }: Line): Promise<string> {
  const [itemId, id] = [uuidv7(), uuidv7()];
  await here.database.query(
    `insert into plan_items (id, network_id, number, kind, scope, names, month, planned_on, owner_role, deadline_time, deadline_zone)
    values ($1, $2, $3, 'report', $4, $5, 1, $6, 'project_manager', $7, $8)`,
    [
      itemId,
      networkId,
      ++number,
      of === undefined ? 'network' : 'partnership',
      JSON.stringify({ en: name, sv: `${name} på svenska` }),
      on,
      deadline?.time ?? null,
      deadline?.timeZone ?? null,
    ],
  );
  await here.database.query(
    'insert into milestones (id, item_id, network_id, partnership_id, planned_on) values ($1, $2, $3, $4, $5)',
    [id, itemId, networkId, of ?? null, on],
  );
  await here.database.query(
    `insert into milestone_changes (milestone_id, version, state) values ($1, 1, 'not_started')`,
    [id],
  );
  return id;
}

/** As the timeline does it: another version, with what was changed in it. */
async function change(table: 'milestones' | 'visits', id: string, columns: Record<string, string>): Promise<void> {
  const values = Object.values(columns);
  const set = Object.keys(columns).map((column, n) => `${column} = $${n + 2}`);
  const [row] = await here.database.query<{ version: number; state: string }>(
    `update ${table} set ${set.join(', ')}, version = version + 1 where id = $1 returning version, state`,
    [id, ...values],
  );
  const [name, also] = table === 'milestones' ? ['milestone', 'state'] : ['visit', 'snapshot'];
  await here.database.query(
    `insert into ${name}_changes (${name}_id, version, changed_at, ${also}) values ($1, $2, '2027-02-03T04:05:06Z', $3)`,
    [id, row?.version, also === 'state' ? row?.state : '{}'],
  );
}

async function visit(partnershipId: string, startsOn: string, endsOn: string): Promise<string> {
  const id = uuidv7();
  await here.database.query(
    `insert into visits (id, network_id, partnership_id, host_side, planned_on, starts_on, ends_on, purpose, checklist)
    values ($1, $2, $3, 'swedish', $4, $4, $5, 'To look at the pumps.', '{}')`,
    [id, networkId, partnershipId, startsOn, endsOn],
  );
  return id;
}

type Subject =
  { scope: 'personal' } | { scope: 'network'; networkSlug: string } | { scope: 'partnership'; partnershipSlug: string };
const ofNetwork: Subject = { scope: 'network', networkSlug: 'climate' };
const ofPair: Subject = { scope: 'partnership', partnershipSlug: 'granvika-mto-mpya' };

async function feed(who: Someone, subject: Subject): Promise<{ id: string; path: string }> {
  const input: Input<'feed.make'> = { feedId: uuidv7(), ...subject };
  const made = await who.call('feed.make', input);
  return { id: made.feed.id, path: new URL(made.address).pathname };
}

const fetched = (path: string, headers: Record<string, string> = {}) => fetch(`${here.origin}${path}`, { headers });

async function read(path: string): Promise<string> {
  const answer = await fetched(path);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
  return answer.text();
}

/** What ical.js understands of it, by the id of the thing. */
function understood(file: string) {
  const root = new ICAL.Component(ICAL.parse(file) as unknown[]);
  return new Map(
    root.getAllSubcomponents('vevent').map((component) => {
      const event = new ICAL.Event(component);
      const said = {
        summary: event.summary,
        start: event.startDate.toString(),
        allDay: event.startDate.isDate,
        end: event.endDate.toString(),
        sequence: event.sequence,
        status: component.getFirstPropertyValue('status') as string,
        modified: String(component.getFirstPropertyValue('last-modified')),
        stamp: String(component.getFirstPropertyValue('dtstamp')),
        url: component.getFirstPropertyValue('url') as string,
        description: event.description,
        uid: event.uid,
      };
      return [event.uid.split('@')[0], said];
    }),
  );
}

/** What node-ical understands of it, by the id of the thing. */
function alsoUnderstood(file: string) {
  const events = Object.values(nodeIcal.parseICS(file)).flatMap((one) => (one.type === 'VEVENT' ? [one] : []));
  return new Map(events.map((event) => [event.uid.split('@')[0], event]));
}

/** In a program of its own, whose machine stands in this zone: what both libraries take for day and instant. */
function readIn(zone: string, file: string): Record<string, { days: [string, string]; instants: [string, string] }> {
  const program = `
    import ICAL from 'ical.js';
    import nodeIcal from 'node-ical';
    import { readFileSync } from 'node:fs';
    const file = readFileSync(0, 'utf8');
    const local = (date) => [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((n) => String(n).padStart(2, '0')).join('-');
    const there = new Map(Object.values(nodeIcal.sync.parseICS(file)).map((one) => [one.uid, one]));
    const said = {};
    for (const component of new ICAL.Component(ICAL.parse(file)).getAllSubcomponents('vevent')) {
      const { uid, startDate } = new ICAL.Event(component);
      const other = there.get(uid).start;
      said[uid.split('@')[0]] = {
        days: [local(startDate.toJSDate()), local(other)],
        instants: [startDate.toJSDate().toISOString(), other.toISOString()],
      };
    }
    console.log(JSON.stringify(said));`;
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', program], {
    input: file,
    env: { PATH: process.env.PATH, TZ: zone },
    encoding: 'utf8',
  });
  return JSON.parse(output) as ReturnType<typeof readIn>;
}

const refused = (code: string, asked: Promise<unknown>) => expect(asked).rejects.toMatchObject({ code });

describe('an address', () => {
  it('is shown once, kept as a hash, and made anew for whoever did not hear the answer', async () => {
    const feedId = uuidv7();
    const input: Input<'feed.make'> = { feedId, ...ofPair };
    const first = await manager.call('feed.make', input);
    expect(first.address).toMatch(/^http:\/\/localhost:3999\/calendar\/[\w-]{43}\.ics$/);
    expect(first.feed).toMatchObject({ scope: 'partnership', about: { slug: 'granvika-mto-mpya' }, lastUsedOn: null });
    const again = await manager.call('feed.make', input);
    expect(again.address).not.toBe(first.address);
    expect((await fetched(new URL(first.address).pathname)).status).toBe(404);
    await read(new URL(again.address).pathname);
    const [listed, ...more] = await manager.call('feed.list', {});
    expect(more).toEqual([]);
    expect(listed).toMatchObject({ id: feedId, lastUsedOn: new Date().toISOString().slice(0, 10) });
    const rows = await here.database.query('select f.*, a.after from calendar_feeds f, audit_entries a');
    expect(JSON.stringify(rows)).not.toContain(/calendar\/([\w-]+)/.exec(again.address)?.[1]);
    await refused('CONFLICT', coordinator.call('feed.make', input));
    await manager.call('feed.revoke', { feedId });
  });

  it('is one of twenty at most, of which each can be made anew', async () => {
    const hoarder = await somebody('expert', { networkId });
    const make = (feedId = uuidv7()) => hoarder.call('feed.make', { feedId, scope: 'personal' });
    const made = await Promise.allSettled(Array.from({ length: 21 }, () => make()));
    const refusals = made.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
    const fields = [{ path: 'scope', problem: 'too_many', bound: 20 }];
    expect(refusals).toEqual([expect.objectContaining({ code: 'INVALID', details: { fields } })]);
    const [first] = await hoarder.call('feed.list', {});
    await make(first?.id);
    await hoarder.call('feed.revoke', { feedId: first?.id ?? '' });
    await make();
  });

  it('opens nothing once it is revoked, like one that never was', async () => {
    const { id, path } = await feed(manager, ofPair);
    await read(path);
    await refused('NOT_FOUND', coordinator.call('feed.revoke', { feedId: id }));
    await manager.call('feed.revoke', { feedId: id });
    await refused('NOT_FOUND', manager.call('feed.revoke', { feedId: id }));
    const answers = await Promise.all([path, `/calendar/${'A'.repeat(43)}.ics`].map((one) => fetched(one)));
    const seen = await Promise.all(answers.map(async (one) => [one.status, await one.text()]));
    expect(seen[0]).toEqual(seen[1]);
    expect(seen[0]).toEqual([404, expect.stringContaining('NOT_FOUND')]);
    expect(await manager.call('feed.list', {})).toEqual([]);
  });

  it('opens nothing once an administrator put its owner out', async () => {
    const { path } = await feed(manager, ofPair);
    const admin = await somebody('administrator', {});
    await admin.call('person.endSessions', { personId: manager.personId });
    expect((await fetched(path)).status).toBe(404);
    const { headers } = await here.signIn(manager.personId);
    manager.call = caller({ origin: here.origin, headers: { ...headers, origin: publicUrl } });
  });

  it('stands in no log, and is told to no other page', async () => {
    const { path } = await feed(manager, ofPair);
    const answer = await fetched(path);
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    expect(answer.headers.get('cache-control')).toBe('private, no-cache');
    await Promise.all(
      [`/${path}`, path.replace('calendar', 'CALENDAR'), `${path}/`, `${path}?a=1`].map((one) => fetched(one)),
    );
    await fetched('/calendar/feeds-are-read-here');
    const lines = logged.join('\n');
    expect(lines).toContain('"path":"/calendar/…"');
    expect(lines).not.toContain(path.split('/')[2]?.slice(0, 20));
    await expect(fetched('/metrics').then((metrics) => metrics.text())).resolves.toContain(
      'route="/calendar/:token.ics"',
    );
  });
});

describe('what calendars understand', () => {
  it('is the same for two libraries, with dates that stay on their day in every zone', async () => {
    const kickOff = await milestone({ name: 'Kick-off conference', on: '2027-03-28' });
    const report = await milestone({
      name: 'Annual report 1',
      on: '2027-03-31',
      of: pairId,
      deadline: { time: '23:59', timeZone: 'Europe/Stockholm' },
    });
    const trip = await visit(pairId, '2027-10-30', '2027-11-01');
    const file = await read((await feed(coordinator, ofNetwork)).path);
    const [one, other] = [understood(file), alsoUnderstood(file)];
    expect(new Set(one.keys())).toEqual(new Set(other.keys()));
    expect(one.get(kickOff)).toMatchObject({
      summary: 'Kick-off conference (climate)',
      start: '2027-03-28',
      allDay: true,
      end: '2027-03-29',
      sequence: 0,
      status: 'CONFIRMED',
      uid: `${kickOff}@localhost`,
      url: `http://localhost:3999/m/${kickOff}`,
      description: 'Planned for 28 March 2027.',
    });
    expect(one.get(report)).toMatchObject({
      summary: 'Annual report 1 (granvika-mto-mpya)',
      start: '2027-03-31T21:59:00Z',
      allDay: false,
      description: 'Planned for 31 March 2027.\nDue at 23:59 in Stockholm.',
    });
    expect(one.get(trip)).toMatchObject({
      summary: 'Exchange visit to the Swedish side (granvika-mto-mpya), not confirmed yet',
      start: '2027-10-30',
      end: '2027-11-02',
      status: 'TENTATIVE',
      url: `http://localhost:3999/v/${trip}`,
    });
    for (const [id, { summary, sequence, status }] of one)
      expect(other.get(id)).toMatchObject({ summary, sequence: String(sequence), status });
    expect(file).toContain('DTSTART;VALUE=DATE:20270328');
    expect(file).not.toContain('To look at the pumps.');
    for (const zone of ['America/Guatemala', 'Europe/Stockholm', 'Africa/Nairobi']) {
      const seen = readIn(zone, file);
      expect([zone, seen[kickOff]?.days, seen[trip]?.days, seen[report]?.instants]).toEqual([
        zone,
        ['2027-03-28', '2027-03-28'],
        ['2027-10-30', '2027-10-30'],
        ['2027-03-31T21:59:00.000Z', '2027-03-31T21:59:00.000Z'],
      ]);
    }
  });

  it('is whole where lines are long and letters are many, in the language of its owner', async () => {
    await here.database.query(`update people set locale = 'sv' where id = $1`, [manager.personId]);
    const id = await milestone({ name: longName, on: '2027-05-05', of: pairId });
    const file = await read((await feed(manager, ofPair)).path);
    const widths = file.split('\r\n').map((line) => Buffer.byteLength(line));
    expect(Math.max(...widths)).toBeLessThanOrEqual(75);
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const summary = `${longName} på svenska (granvika-mto-mpya)`;
    expect([understood(file).get(id)?.summary, alsoUnderstood(file).get(id)?.summary]).toEqual([summary, summary]);
    expect(understood(file).get(id)?.description).toBe('Planerat till 5 maj 2027.');
    expect(file).toContain('X-WR-CALNAME:Samverka: granvika-mto-mpya');
    await here.database.query(`update people set locale = 'en' where id = $1`, [manager.personId]);
  });

  it('is nothing new until something is, and then a later state of the same event', async () => {
    const moved = await milestone({ name: 'Workshop 1', on: '2027-06-01' });
    const dropped = await milestone({ name: 'Agreement', on: '2027-06-02', of: pairId });
    const done = await milestone({ name: 'Baseline', on: '2027-06-03', of: pairId });
    const [trip, called] = [
      await visit(pairId, '2027-06-07', '2027-06-10'),
      await visit(pairId, '2027-09-01', '2027-09-03'),
    ];
    const { path } = await feed(coordinator, ofNetwork);
    const first = await fetched(path);
    const before = understood(await first.text());
    const etag = first.headers.get('etag') ?? '';
    // As a calendar asks: fetch would forbid the answer by a header of its own.
    const known = { 'if-none-match': etag, 'cache-control': 'max-age=0' };
    expect((await fetched(path, known)).status).toBe(304);

    await change('milestones', moved, { forecast_on: '2027-06-20' });
    await change('milestones', moved, { forecast_on: '2027-06-22' });
    await change('milestones', dropped, { state: 'not_applicable' });
    await change('milestones', done, { state: 'done', actual_on: '2027-06-04' });
    await change('visits', trip, { state: 'postponed', cause: 'visa' });
    await change('visits', called, { state: 'cancelled' });
    const second = await fetched(path, known);
    expect(second.status).toBe(200);
    const file = await second.text();
    const after = understood(file);
    expect(after.get(moved)).toMatchObject({
      uid: before.get(moved)?.uid,
      start: '2027-06-22',
      sequence: 2,
      stamp: '2027-02-03T04:05:06Z',
      modified: '2027-02-03T04:05:06Z',
      description: 'Planned for 1 June 2027.\nExpected on 22 June 2027 now.',
    });
    expect(after.get(done)).toMatchObject({ summary: 'Done: Baseline (granvika-mto-mpya)', start: '2027-06-04' });
    const cancelled = [dropped, trip, called].map((id) => {
      const [one, other] = [after.get(id), alsoUnderstood(file).get(id)];
      expect([other?.status, other?.summary]).toEqual([one?.status, one?.summary]);
      return [one?.status, one?.sequence, one?.summary.split(':')[0]];
    });
    expect(cancelled).toEqual([
      ['CANCELLED', 1, 'Not applicable'],
      ['CANCELLED', 1, 'Postponed'],
      ['CANCELLED', 1, 'Cancelled'],
    ]);
  });
});

describe('a feed tells what its owner may see at that moment', () => {
  let mine: string;
  let theirs: string;
  let common: string;
  let visits: [string, string];
  const told = async (path: string) => new Set(understood(await read(path)).keys());

  beforeAll(async () => {
    mine = await milestone({ name: 'Mine', on: '2028-01-20', of: pairId });
    theirs = await milestone({ name: 'Theirs', on: '2028-01-20', of: otherPairId });
    common = await milestone({ name: 'Ours', on: '2028-01-21' });
    visits = [await visit(pairId, '2028-02-01', '2028-02-02'), await visit(otherPairId, '2028-02-01', '2028-02-02')];
  });

  const among = (seen: Set<string | undefined>) =>
    Object.entries({ mine, theirs, common, myVisit: visits[0], theirVisit: visits[1] }).flatMap(([name, id]) =>
      seen.has(id) ? [name] : [],
    );

  it('by their role: a team’s own dates, a coordinator’s all visits, a guest’s the network’s', async () => {
    const seen = async (who: Someone, subject: Subject) => among(await told((await feed(who, subject)).path));
    const personal: Subject = { scope: 'personal' };
    expect(await seen(manager, personal)).toEqual(['mine', 'common', 'myVisit']);
    expect(await seen(coordinator, personal)).toEqual(['common', 'myVisit', 'theirVisit']);
    expect(await seen(guest, personal)).toEqual(['common']);
    expect(await seen(manager, ofNetwork)).toEqual(['mine', 'theirs', 'common', 'myVisit', 'theirVisit']);
    expect(await seen(guest, ofNetwork)).toEqual(['common']);
    expect(await seen(manager, { scope: 'partnership', partnershipSlug: 'malmo-lusaka' })).toEqual([
      'theirs',
      'theirVisit',
    ]);
    await refused('NOT_FOUND', feed(guest, ofPair));
    const admin = await somebody('administrator', {});
    expect(await seen(admin, personal)).toEqual(['common', 'myVisit', 'theirVisit']);
  });

  it('less with less of a role, nothing without one or with a closed account, and all of a closed network', async () => {
    const expert = await somebody('expert', { networkId });
    const paths = [
      await feed(expert, ofNetwork),
      await feed(expert, ofPair),
      await feed(expert, { scope: 'personal' }),
    ].map(({ path }) => path);
    const statuses = () => Promise.all(paths.map(async (path) => (await fetched(path)).status));
    const set = (column: string) =>
      here.database.query(`update memberships set ${column} where person_id = $1`, [expert.personId]);
    expect(await statuses()).toEqual([200, 200, 200]);
    await set(`role = 'guest'`);
    expect(await statuses()).toEqual([200, 404, 200]);
    expect(among(await told(paths[0] ?? ''))).toEqual(['common']);
    await set(`role = 'expert'`);
    await here.database.query(`update networks set status = 'completed' where id = $1`, [networkId]);
    expect(await statuses()).toEqual([200, 200, 200]);
    await here.database.query('update people set disabled_at = now() where id = $1', [expert.personId]);
    expect(await statuses()).toEqual([404, 404, 404]);
    await here.database.query('update people set disabled_at = null where id = $1', [expert.personId]);
    await set('until_on = current_date');
    expect(await statuses()).toEqual([404, 404, 404]);
  });

  it('and no more often than calendars need', async () => {
    const { path } = await feed(coordinator, { scope: 'personal' });
    await here.database.query('delete from tries');
    const statuses: number[] = [];
    for (let n = 0; n < 121; n++) statuses.push((await fetched(path)).status);
    expect(new Set(statuses.slice(0, 120))).toEqual(new Set([200]));
    expect(statuses[120]).toBe(429);
  });
});
