/** Whatever is said to the hub gets an answer that says what is wrong with it, and hurts nobody else. */
import { Failure, type SendMessage } from '@hub/contracts';
import type { Hub } from '@hub/client';
import { channel, hub, membership, network, person, until, type SignedIn, type TestHub } from '@hub/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { io, type Socket } from 'socket.io-client';
import { v7 as uuidv7 } from 'uuid';

let here: TestHub;
let amara: SignedIn;
let lars: SignedIn;
let channels: string[];

beforeAll(async () => {
  here = await hub();
  const networkId = await network(here.database);
  const people = await Promise.all(
    ['Amara Mwansa', 'Lars Ek'].map(async (name) => {
      const personId = await person(here.database, name);
      await membership(here.database, personId, 'expert', { networkId });
      return here.signIn(personId);
    }),
  );
  [amara, lars] = people as [SignedIn, SignedIn];
  const members = people.map(({ personId }) => personId);
  channels = [
    await channel(here.database, { networkId, members }),
    await channel(here.database, { networkId, members }),
  ];
});

afterAll(() => here.close());

const words = (body: string, more: Partial<SendMessage> = {}): SendMessage => ({
  channelId: channels[0] ?? '',
  clientId: uuidv7(),
  topicTitle: 'Pump tests',
  body,
  ...more,
});

async function online(who: SignedIn): Promise<Hub> {
  const client = here.client(who);
  await until(client.state, (state) => state === 'online');
  return client;
}

const codeOf = (sending: Promise<unknown>) =>
  sending.then(
    () => 'sent',
    (error: unknown) => (error instanceof Failure ? error.code : String(error)),
  );

async function request(method: string, path: string, init: { type?: string; body?: string } = {}) {
  const { type = 'application/json', body } = init;
  const headers = { ...amara.headers, ...(body !== undefined && { 'content-type': type }) };
  const response = await fetch(`${here.origin}/api${path}`, { method, headers, body });
  return {
    status: response.status,
    answer: (await response.json()) as { error?: { code: string; fields?: object[] } },
  };
}

describe('text that no database can keep', () => {
  it.each(['\0', 'half a \ud800 character'])('%j is refused by name, and nobody beside it is', async (bad) => {
    const client = await online(amara);
    const outcomes = await Promise.all([
      codeOf(client.call('message.send', words('Before.'))),
      codeOf(client.call('message.send', words(`Bad ${bad}`))),
      codeOf(client.call('message.send', words('A bad title.', { topicTitle: `T ${bad}` }))),
      codeOf(client.call('message.send', words('After.'))),
    ]);
    expect(outcomes).toEqual(['sent', 'INVALID', 'INVALID', 'sent']);
    await expect(client.call('profile.change', { title: bad })).rejects.toMatchObject({
      code: 'INVALID',
      details: { fields: [{ path: 'title', problem: 'malformed' }] },
    });
  });
});

describe('one clientId in two channels at once', () => {
  it('is one message and one conflict, and the others in the batches are stored', async () => {
    const [a, b] = await Promise.all([online(amara), online(lars)]);
    for (let round = 0; round < 10; round++) {
      const clientId = uuidv7();
      const outcomes = await Promise.all([
        codeOf(a.call('message.send', words('Here.', { clientId }))),
        codeOf(a.call('message.send', words('There.', { clientId, channelId: channels[1] }))),
        codeOf(b.call('message.send', words('Beside it.'))),
        codeOf(b.call('message.send', words('Beside that.', { channelId: channels[1] }))),
      ]);
      expect(outcomes.slice(0, 2).sort()).toEqual(['CONFLICT', 'sent']);
      expect(outcomes.slice(2)).toEqual(['sent', 'sent']);
    }
  });
});

describe('a retry', () => {
  it('tells once more, in case nobody was told, and readers count it once', async () => {
    const [a, b] = await Promise.all([online(amara), online(lars)]);
    const told: string[] = [];
    b.onEvents((events) =>
      told.push(...events.flatMap((event) => (event.kind === 'message.sent' ? [event.message.body] : []))),
    );
    const input = words('Told late.', {
      topicTitle: undefined,
      topicId: (await a.call('message.send', words('First.'))).topicId,
    });
    await until(
      () => told,
      (seen) => seen.includes('First.'),
    );
    const sent = await a.call('message.send', input);
    await until(
      () => told,
      (seen) => seen.includes('Told late.'),
    );
    expect(await a.call('message.send', input)).toMatchObject({ seq: sent.seq, duplicate: true });
    await a.call('message.send', words('Last.'));
    await until(
      () => told,
      (seen) => seen.includes('Last.'),
    );
    expect(told.filter((body) => body === 'Told late.')).toHaveLength(1);
  });
});

describe('requests', () => {
  it.each([
    ['no JSON', 'PATCH', '/profile', { body: '{"title": ' }, 400, 'INVALID'],
    ['an array', 'PATCH', '/profile', { body: '[1]' }, 400, 'INVALID'],
    ['another type', 'PATCH', '/profile', { body: 'title=x', type: 'text/plain' }, 400, 'INVALID'],
    ['too much', 'PATCH', '/profile', { body: JSON.stringify({ title: 'x'.repeat(200_000) }) }, 413, 'TOO_LARGE'],
    ['a place that is not', 'GET', '/nowhere', {}, 404, 'NOT_FOUND'],
    ['an id that is none', 'GET', '/channels/one', {}, 400, 'INVALID'],
    ['a slug without end', 'GET', `/networks/${'a'.repeat(3000)}`, {}, 400, 'INVALID'],
    ['a NUL in the path', 'GET', '/networks/a%00b', {}, 400, 'INVALID'],
    ['the same twice', 'GET', `/topics/${uuidv7()}/messages?before=1&before=2`, {}, 400, 'INVALID'],
  ] as const)('%s: %s %s', async (...[, method, path, init, status, code]) => {
    const { status: seen, answer } = await request(method, path, init);
    expect([seen, answer.error?.code]).toEqual([status, code]);
  });

  it('say of a wrong type that it is wrong, and of a missing field that it is missing', async () => {
    const { answer } = await request('PATCH', '/profile', { body: JSON.stringify({ title: 5, theme: 'pink' }) });
    expect(answer.error?.fields).toEqual([
      { path: 'title', problem: 'malformed' },
      { path: 'theme', problem: 'not_a_choice' },
    ]);
    const { answer: missing } = await request('POST', `/channels/${channels[0]}/messages`, { body: '{}' });
    expect(missing.error?.fields).toContainEqual({ path: 'body', problem: 'required' });
  });
});

describe('sockets', () => {
  let socket: Socket;
  beforeAll(async () => {
    socket = io(here.origin, { path: '/api/live', transports: ['websocket'], extraHeaders: amara.headers });
    await new Promise((resolve) => socket.once('connect', () => resolve(undefined)));
  });
  afterAll(() => void socket.close());

  it.each([
    ['a command that is not', 'message.shout', [{}], 'NOT_FOUND'],
    ['a payload that is no object', 'message.send', ['hello'], 'INVALID'],
    ['no payload', 'message.send', [], 'INVALID'],
    ['many payloads', 'message.send', [1, 2, 3], 'INVALID'],
  ])('%s', async (_, name, args, code) => {
    expect(await socket.timeout(2_000).emitWithAck(name, ...args)).toMatchObject({ ok: false, error: { code } });
  });

  it('nobody waiting for an answer does no harm', async () => {
    socket.emit('message.send', 'hello');
    socket.emit('message.shout');
    expect(await socket.timeout(2_000).emitWithAck('notification.read', {})).toMatchObject({ ok: true });
  });

  it('what else is said on the bus does no harm', async () => {
    for (const hint of [
      'junk',
      'null',
      '{}',
      '{"from":"x","kind":"events","room":5}',
      '{"from":"x","kind":"events","room":"channel:1"}',
    ])
      await here.database.query('select pg_notify($1, $2)', ['samverka', hint]);
    expect(await socket.timeout(2_000).emitWithAck('notification.read', {})).toMatchObject({ ok: true });
  });

  it('much asked at once is answered in part', async () => {
    const client = await online(amara);
    for (let n = 0; n < 260; n += 20)
      await Promise.all(
        Array.from({ length: 20 }, (_, i) =>
          client.call('message.send', words(`Many ${n + i}`, { channelId: channels[n % 40 ? 0 : 1] })),
        ),
      );
    const asked = Array.from({ length: 400 }, (_, n) => ({ channelId: channels[n % 2] ?? '', seq: 0 }));
    const answer = await client.call('sync.resume', { userSeq: null, channels: asked.slice(0, 300) });
    expect(answer.channels.map(({ events, more }) => [events.length, more])).toEqual([
      [50, true],
      [50, true],
    ]);
  });
});
