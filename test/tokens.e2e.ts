/** Personal tokens: what a program may ask with one, over HTTP and a socket, and for how long. */
import { caller } from '@hub/client';
import {
  Failure,
  paths,
  programsRead,
  programsWrite,
  type Input,
  type RouteName,
  type TokenScope,
} from '@hub/contracts';
import { channel, hub, membership, network, person, until, type SignedIn, type TestHub } from '@hub/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';

let here: TestHub;
let there: TestHub;
let amara: SignedIn;
let channelId: string;
let networkId: string;

beforeAll(async () => {
  here = await hub();
  there = await here.another();
  networkId = await network(here.database);
  amara = await here.signIn(await person(here.database));
  await membership(here.database, amara.personId, 'expert', { networkId });
  channelId = await channel(here.database, { networkId, members: [amara.personId] });
}, 30_000);

afterAll(() => here.close());

const asAmara = () => caller({ origin: here.origin, headers: amara.headers });
const make = (scope: TokenScope) => asAmara()('token.create', { name: 'A bot', scope, days: 30 });
const program = (token: string) => caller({ origin: here.origin, token });
const send = (): Input<'message.send'> => ({ channelId, clientId: uuidv7(), topicTitle: 'Pumps', body: 'It runs.' });
const refused = (code: Failure['code'], asked: Promise<unknown>) => expect(asked).rejects.toMatchObject({ code });

describe('a program', () => {
  it('reads and writes without a cookie or an origin, as the person whose token it shows', async () => {
    const { token, card } = await make('write');
    expect((await program(token)('session.read', {})).person?.id).toBe(amara.personId);
    await program(token)('message.send', send());
    const page = await program(token)('channel.read', { channelId });
    expect(page.topics[0]?.title).toBe('Pumps');
    const listed = (await asAmara()('token.list', {})).find(({ id }) => id === card.id);
    expect(Date.parse(listed?.lastUsedAt ?? '')).toBeGreaterThan(Date.now() - 60_000);
  });

  it('reads timelines as far as its person does, and changes none', async () => {
    const coordinator = await here.signIn(await person(here.database, 'Sigrid Holm'));
    await membership(here.database, coordinator.personId, 'project_coordinator', { networkId });
    const call = caller({ origin: here.origin, headers: coordinator.headers });
    await call('plan.layOut', { networkSlug: 'climate' });
    const { token } = await call('token.create', { name: 'A bot', scope: 'write', days: 1 });
    for (const one of [program(token), program((await make('read')).token)]) {
      const { networks } = await one('timeline.read', {});
      const milestoneId = networks[0]?.milestones[0]?.id ?? '';
      expect((await one('milestone.read', { milestoneId })).milestone.id).toBe(milestoneId);
      expect((await one('timeline.next', {})).networks).toMatchObject([{ network: { slug: 'climate' } }]);
      await one('band.list', {});
      await refused('FORBIDDEN', one('milestone.change', { milestoneId, baseVersion: 1, state: 'at_risk' }));
      await refused('FORBIDDEN', one('feed.list', {}));
    }
    const outsider = await here.signIn(await person(here.database));
    const theirs = caller({ origin: here.origin, headers: outsider.headers });
    const { token: foreign } = await theirs('token.create', { name: 'A bot', scope: 'read', days: 1 });
    await refused('NOT_FOUND', program(foreign)('timeline.read', { networkSlug: 'climate' }));
  });

  it('that may read only changes nothing, over HTTP or a socket', async () => {
    const { token } = await make('read');
    await program(token)('channel.read', { channelId });
    await refused('FORBIDDEN', program(token)('message.send', send()));
    const client = there.client(amara, { token, headers: {} });
    await until(client.state, (state) => state === 'online');
    await refused('FORBIDDEN', client.call('message.send', send()));
    await client.call('sync.backfill', { channelId, after: 0 });
  });

  it('hears what is said over a socket on another node, and no more within five seconds once its token is revoked', async () => {
    const { token, card } = await make('write');
    const client = there.client(amara, { token, headers: {} });
    await until(client.state, (state) => state === 'online');
    const heard: string[] = [];
    client.onEvents((events) => heard.push(...events.map(({ kind }) => kind)));
    await client.call('message.send', send());
    await until(
      () => heard,
      (kinds) => kinds.includes('message.sent'),
    );
    await asAmara()('token.revoke', { tokenId: card.id });
    const revoked = Date.now();
    await until(client.state, (state) => state === 'ended');
    expect(Date.now() - revoked).toBeLessThan(5_000);
    await refused('UNAUTHENTICATED', program(token)('profile.read', {}));
  });

  it('is closed out of everything that is not listed for programs: administration, ways in, tokens', async () => {
    const administrator = await here.signIn(await person(here.database, 'Ada Min'));
    await membership(here.database, administrator.personId, 'administrator');
    const call = caller({ origin: here.origin, headers: administrator.headers });
    const { token } = await call('token.create', { name: 'A bot', scope: 'write', days: 1 });
    const open: readonly RouteName[] = [...programsRead, ...programsWrite];
    const closed = (Object.keys(paths) as RouteName[]).filter((name) => !open.includes(name));
    expect(closed).toEqual(
      expect.arrayContaining(['token.create', 'passkey.options', 'person.endSessions', 'session.end']),
    );
    for (const name of closed) await refused('FORBIDDEN', program(token)(name, { personId: amara.personId }));
    const answers = [];
    for (const name of open) answers.push(await program(token)(name, {}).catch((error: Failure) => error.code));
    expect(answers).not.toContain('FORBIDDEN');
  });

  it('with a token that is wrong or has run out is let in nowhere, also where nobody needs a session', async () => {
    const { token, card } = await make('write');
    await here.database.query(`update personal_tokens set expires_at = now() where id = $1`, [card.id]);
    for (const bad of [token, 'samverka_nothing', token.slice(0, -1)]) {
      await refused('UNAUTHENTICATED', program(bad)('message.send', send()));
      await refused('UNAUTHENTICATED', program(bad)('passkey.challenge', {}));
      const client = here.client(amara, { token: bad, headers: {} });
      await until(client.state, (state) => state === 'ended');
    }
  });

  it('cannot lend its freedom from the origin rule to a cookie', async () => {
    const { cookie } = amara.headers;
    const write = async (headers: Record<string, string>) =>
      (await fetch(`${here.origin}/api/notifications/read`, { method: 'POST', headers: { cookie, ...headers } }))
        .status;
    expect(await write({})).toBe(403);
    expect(await write({ authorization: 'Bearer samverka_nothing' })).toBe(401);
    const { token } = await make('write');
    expect(await write({ authorization: `Bearer ${token}`, origin: 'https://elsewhere.example' })).toBe(403);
  });
});

describe('a token', () => {
  it('is kept as a hash, ends within a year, and is shown once', async () => {
    await refused('INVALID', asAmara()('token.create', { name: 'A bot', scope: 'read', days: 366 }));
    const { token, card } = await make('read');
    const rows = await here.database.query<{ row: string }>('select t::text as row from personal_tokens t');
    expect(rows.some(({ row }) => row.includes(token))).toBe(false);
    const days = (Date.parse(card.expiresAt) - Date.parse(card.createdAt)) / 86_400_000;
    expect(days).toBeCloseTo(30, 2);
    expect(JSON.stringify(await asAmara()('token.list', {}))).not.toContain(token);
  });

  it('of somebody else cannot be revoked; with the account it is worth nothing', async () => {
    const { token, card } = await make('read');
    const stranger = await here.signIn(await person(here.database, 'Some Stranger'));
    const call = caller({ origin: here.origin, headers: stranger.headers });
    await refused('NOT_FOUND', call('token.revoke', { tokenId: card.id }));
    const theirs = await call('token.create', { name: 'A bot', scope: 'read', days: 1 });
    await here.database.query('update people set disabled_at = now() where id = $1', [stranger.personId]);
    await refused('UNAUTHENTICATED', program(theirs.token)('profile.read', {}));
    await program(token)('profile.read', {});
  });
});
