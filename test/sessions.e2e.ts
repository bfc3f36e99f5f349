/** Sessions as their owner and an administrator see them: listed, ended on every node within five seconds, and over by themselves. */
import { caller, type Call } from '@hub/client';
import { hub, membership, network, person, until, type SignedIn, type TestHub } from '@hub/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { SessionsService } from '../src/modules/identity/sessions.service.js';

const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0';
const phone =
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36';

let here: TestHub;
let there: TestHub;
let networkId: string;
let amara: string;
let administrator: SignedIn;

beforeAll(async () => {
  here = await hub();
  there = await here.another();
  networkId = await network(here.database);
  amara = await person(here.database);
  await membership(here.database, amara, 'expert', { networkId });
  const somebody = await person(here.database, 'Ada Min');
  await membership(here.database, somebody, 'administrator');
  administrator = await here.signIn(somebody);
}, 30_000);

afterAll(() => here.close());

async function openAs(personId: string, userAgent?: string): Promise<SignedIn> {
  const token = await here.app.nest.get(SessionsService).open(personId, { how: 'code', userAgent });
  return { personId, headers: { cookie: `hub=${token}`, origin: here.origin } };
}

const as = (who: SignedIn): Call => caller({ origin: here.origin, headers: who.headers });
const isOut = (who: SignedIn) => expect(as(who)('profile.read', {})).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });

/** A live client on the other node. */
async function listening(who: SignedIn) {
  const client = there.client(who);
  await until(client.state, (state) => state === 'online');
  return client;
}

async function silentWithin5s(
  client: Awaited<ReturnType<typeof listening>>,
  end: () => Promise<unknown>,
): Promise<void> {
  await end();
  const ended = Date.now();
  await until(client.state, (state) => state === 'ended');
  expect(Date.now() - ended).toBeLessThan(5_000);
}

const age = (who: SignedIn, by: string) =>
  here.database.query(
    `update sessions set last_seen_at = now() - $2::interval
    where ended_at is null and token_hash = sha256(convert_to($1, 'utf8'))`,
    [who.headers.cookie.slice(4), by],
  );

describe('a person', () => {
  it('sees where they are signed in, how, in which browser, and which of them this is', async () => {
    const [desk, pocket] = [await openAs(amara, firefox), await openAs(amara, phone)];
    const cards = await as(desk)('session.list', {});
    expect(cards).toHaveLength(2);
    expect(cards[0]).toMatchObject({ current: true, how: 'code', browser: 'Firefox', system: 'Windows' });
    expect(cards[1]).toMatchObject({ current: false, browser: 'Chrome', system: 'Android' });
    expect(JSON.stringify(cards)).not.toContain('Mozilla');
    await as(desk)('session.endOne', { sessionId: cards[1]?.id ?? '' });
    await isOut(pocket);
    expect(await as(desk)('session.list', {})).toHaveLength(1);
  });

  it('ends another session, whose open socket on another node is closed within five seconds', async () => {
    const [desk, pocket] = [await openAs(amara), await openAs(amara, phone)];
    const client = await listening(pocket);
    const other = (await as(desk)('session.list', {})).find(({ browser }) => browser === 'Chrome');
    await silentWithin5s(client, () => as(desk)('session.endOne', { sessionId: other?.id ?? '' }));
    await isOut(pocket);
  });

  it('ends all others at once and stays', async () => {
    const [desk, ...others] = [await openAs(amara), await openAs(amara), await openAs(amara)];
    const client = await listening(others[0]);
    await silentWithin5s(client, () => as(desk)('session.endOthers', {}));
    for (const other of others) await isOut(other);
    expect(await as(desk)('session.list', {})).toHaveLength(1);
  });

  it('cannot end the session of somebody else, which answers like one that does not exist', async () => {
    const desk = await openAs(amara);
    const [theirs] = await as(administrator)('session.list', {});
    const refusals = [];
    for (const sessionId of [theirs?.id ?? '', uuidv7()])
      refusals.push(await as(desk)('session.endOne', { sessionId }).catch((error: unknown) => error));
    expect(refusals[0]).toMatchObject({ code: 'NOT_FOUND' });
    expect(refusals[0]).toEqual(refusals[1]);
    expect(await as(administrator)('session.list', {})).toHaveLength(1);
  });
});

describe('an administrator', () => {
  it("ends a person's sessions, and the trail says so without naming anybody", async () => {
    const desk = await openAs(amara, firefox);
    const client = await listening(desk);
    const cards = await as(administrator)('person.sessions', { personId: amara });
    expect(cards.some(({ browser }) => browser === 'Firefox')).toBe(true);
    await silentWithin5s(client, () => as(administrator)('person.endSessions', { personId: amara }));
    await isOut(desk);
    expect(await as(administrator)('person.sessions', { personId: amara })).toEqual([]);
    const [entry] = await here.database.query<{ action: string; before: { sessions: string[] } }>(
      'select action, before from audit_entries where subject_id = $1',
      [amara],
    );
    expect(entry?.action).toBe('person.endSessions');
    expect(entry?.before.sessions.sort()).toEqual(cards.map(({ id }) => id).sort());
  });

  it('finds nobody where there is nobody', async () => {
    await expect(as(administrator)('person.sessions', { personId: uuidv7() })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('a session that nobody uses', () => {
  it('is over after a week, also for its open socket', async () => {
    const desk = await openAs(amara);
    const client = await listening(desk);
    await age(desk, '6 days 23 hours');
    await as(desk)('session.read', {});
    await silentWithin5s(client, () => age(desk, '7 days 1 minute'));
    await isOut(desk);
  });

  it('is over after twelve hours where somebody coordinates a project', async () => {
    const coordinator = await person(here.database, 'Koordinator');
    await membership(here.database, coordinator, 'project_coordinator', { networkId });
    const desk = await openAs(coordinator);
    await age(desk, '11 hours');
    await as(desk)('profile.read', {});
    await age(desk, '12 hours 1 minute');
    await isOut(desk);
  });

  it('is in use again with the next thing asked, which is written once in five minutes', async () => {
    const desk = await openAs(amara);
    const seen = async () => (await as(desk)('session.list', {}))[0]?.lastSeenAt ?? '';
    await age(desk, '4 minutes');
    const before = await seen();
    expect(Date.now() - Date.parse(before)).toBeGreaterThan(3 * 60_000);
    expect(await seen()).toBe(before);
    await age(desk, '6 minutes');
    await as(desk)('sync.resume', { userSeq: null, channels: [] });
    await as(desk)('profile.read', {});
    expect(Date.now() - Date.parse(await seen())).toBeLessThan(60_000);
  });

  it('ends after thirty days however much it is used', async () => {
    const desk = await openAs(amara);
    const [card] = await as(desk)('session.list', {});
    const days = (Date.parse(card?.expiresAt ?? '') - Date.parse(card?.createdAt ?? '')) / 86_400_000;
    expect(days).toBeCloseTo(30, 2);
    await here.database.query('update sessions set expires_at = now() where id = $1', [card?.id]);
    await isOut(desk);
  });
});
