/**
 * What nobody would send on purpose, sent to every command and route: never a fault of the hub's own, never an answer for
 * somebody outside, and the hub goes on. The seed is printed; FUZZ_SEED repeats a run, FUZZ_CASES makes it longer.
 */
import { caller } from '@hub/client';
import { apiPrefix, commandNames, paths, type CommandName, type Reply, type RouteName } from '@hub/contracts';
import { channel, hub, membership, network, person, until, type SignedIn, type TestHub } from '@hub/testing';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { io, type Socket } from 'socket.io-client';
import { v7 as uuidv7 } from 'uuid';
import { WebSocket } from 'ws';

const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 1_000_000);
const cases = Number(process.env.FUZZ_CASES ?? 20_000);
const atOnce = 64;

let here: TestHub;
let member: SignedIn;
let outsider: SignedIn;
let inside: Socket;
let outside: Socket;
/** Ids that exist, for inputs that are nearly right. */
let known: Record<string, string>;

beforeAll(async () => {
  here = await hub();
  const networkId = await network(here.database);
  const elsewhere = await network(here.database, 'elsewhere');
  [member, outsider] = [await somebody(networkId), await somebody(elsewhere)];
  const channelId = await channel(here.database, { networkId, members: [member.personId] });
  const call = caller({ origin: here.origin, headers: member.headers });
  const input = { channelId, clientId: uuidv7(), topicTitle: 'Deep water', body: 'What only members know.' };
  const { id, topicId } = await call('message.send', input);
  known = { channelId, topicId, messageId: id, personId: member.personId, networkSlug: 'climate' };
  [inside, outside] = [await open(member), await open(outsider)];
});

afterAll(async () => {
  inside?.close();
  outside?.close();
  await here.close();
});

async function somebody(networkId: string): Promise<SignedIn> {
  const personId = await person(here.database, 'Some Body');
  await membership(here.database, personId, 'expert', { networkId });
  return here.signIn(personId);
}

async function open(who: SignedIn): Promise<Socket> {
  const socket = io(here.origin, {
    path: `${apiPrefix}/live`,
    transports: ['websocket'],
    extraHeaders: who.headers,
    forceNew: true,
  });
  await until(
    () => socket.connected,
    (connected) => connected,
  );
  return socket;
}

/** mulberry32: the same numbers for the same seed. */
function random(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const next = random(seed);
const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] as T;

const hostile = [
  null,
  true,
  0,
  -1,
  1.5,
  Number.MAX_SAFE_INTEGER,
  1e308,
  '',
  ' ',
  'x',
  '\0',
  'half \ud800',
  "'; drop table messages; --",
  '<script>alert(1)</script>',
  '${7*7}{{7*7}}',
  '../../etc/passwd',
  '%00%ff',
  'a'.repeat(5_000),
  '🙂'.repeat(200),
  '\u202egnp.exe',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '2026-02-30T25:61:61Z',
  [],
  {},
  [[[[[[]]]]]],
  [null],
  { __proto__: { polluted: true } },
  { constructor: { prototype: { polluted: true } } },
  { length: 1e9 },
  Array.from({ length: 600 }, () => ({ channelId: uuidv7(), seq: 1 })),
] as const;

/** An input of the right fields, each right, nearly right or hostile. */
function input(): Record<string, unknown> {
  const right: Record<string, () => unknown> = {
    ...Object.fromEntries(Object.entries(known).map(([key, value]) => [key, () => value])),
    partnershipSlug: () => 'no-pair',
    partnershipId: () => uuidv7(),
    reportId: () => uuidv7(),
    clientId: () => uuidv7(),
    replyToId: () => known.messageId,
    topicTitle: () => pick(['Deep water', 'Another', 'x'.repeat(120)]),
    title: () => `Title ${Math.floor(next() * 1e6)}`,
    name: () => 'Name',
    purpose: () => 'Purpose',
    kind: () => pick(['thematic', 'partnership', 'direct', 'guest']),
    body: () => pick(['Hello', `<@${known.personId}>`, '<@channel>', '<@role:expert>', '**bold** | a | b |']),
    language: () => pick(['sv', 'en', 'es-GT']),
    baseVersion: () => Math.ceil(next() * 3),
    reaction: () => pick(['thanks', 'heart', 'seen']),
    on: () => next() < 0.5,
    muted: () => next() < 0.5,
    typing: () => next() < 0.5,
    resolved: () => next() < 0.5,
    archived: () => false,
    epoch: () => Math.floor(next() * 3),
    seq: () => Math.floor(next() * 50),
    after: () => Math.floor(next() * 50),
    around: () => pick([known.messageId, 1]),
    group: () => pick(['channel', 'role:expert', 'partnership:x']),
    personIds: () => [known.personId],
    userSeq: () => Math.floor(next() * 5),
    channels: () => [{ channelId: known.channelId, seq: 0 }],
    reason: () => 'A reason',
    outcome: () => pick(['kept', 'removed']),
    ids: () => [uuidv7()],
  };
  const made: Record<string, unknown> = {};
  for (const [key, make] of Object.entries(right)) {
    const chance = next();
    if (chance < 0.15) continue;
    made[key] = chance < 0.35 ? pick(hostile) : make();
  }
  return made;
}

const text = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

/** Nothing so long that the hub hangs up on it: that is tried with raw frames. */
function payload(): unknown {
  const made = next() < 0.1 ? pick(hostile) : input();
  return JSON.stringify(made).length > 60_000 ? {} : made;
}

/** What nothing a stranger sent may be answered with. */
const secret = 'What only members know.';
const harmless = new Set(['INVALID', 'FORBIDDEN', 'NOT_FOUND', 'CONFLICT', 'TOO_LARGE', 'LIMITED', 'UNAUTHENTICATED']);

async function ask(socket: Socket, name: CommandName): Promise<{ name: string; code: string; answer: string }> {
  // What would end the test's own members is left to the tests of it.
  const asked = payload();
  const reply = (await socket.timeout(20_000).emitWithAck(name, asked)) as Reply<unknown>;
  return { name, code: reply.ok ? 'ok' : reply.error.code, answer: JSON.stringify(reply) };
}

async function request(
  who: SignedIn | undefined,
  route: RouteName,
): Promise<{ name: string; code: string; answer: string }> {
  const [method = '', template = ''] = paths[route].split(' ');
  const fields = input();
  const path = template.replace(/:(\w+)/g, (_, key: string) =>
    encodeURIComponent(
      text(fields[key] ?? pick(hostile))
        .slice(0, 400)
        .replace(/[\ud800-\udfff]/g, ''),
    ),
  );
  const query =
    method === 'GET'
      ? `?${new URLSearchParams(Object.entries(fields).map(([key, value]) => [key, text(value).slice(0, 200)]))}`
      : '';
  const body = method === 'GET' || method === 'DELETE' ? undefined : JSON.stringify(payload());
  const response = await fetch(`${here.origin}${apiPrefix}${path}${query}`, {
    method,
    headers: { ...(who ?? { headers: { origin: here.origin } }).headers, 'content-type': 'application/json' },
    body,
  });
  const answer = await response.text();
  return { name: `${route} ${path.slice(0, 60)}`, code: response.ok ? 'ok' : codeIn(answer, response.status), answer };
}

function codeIn(answer: string, status: number): string {
  try {
    return (JSON.parse(answer) as { error: { code: string } }).error.code;
  } catch {
    return `HTTP ${status}`;
  }
}

/** Leaving, being taken out and signing out would only make the rest of the run easier. */
const leaving: readonly string[] = ['channel.leave', 'member.remove', 'session.end'];
const commands = commandNames.filter((name) => !leaving.includes(name));
const routeNames = (Object.keys(paths) as RouteName[]).filter((name) => !leaving.includes(name));

it(`answers ${cases} malformed or hostile asks without a fault, and tells a stranger nothing (seed ${seed})`, async () => {
  const counts: Record<string, number> = {};
  const faults: string[] = [];
  const leaks: string[] = [];
  for (let done = 0; done < cases; done += atOnce) {
    const round = Array.from({ length: Math.min(atOnce, cases - done) }, async () => {
      const stranger = next() < 0.4;
      const seen =
        next() < 0.75
          ? await ask(stranger ? outside : inside, pick(commands))
          : await request(stranger ? pick([outsider, undefined]) : member, pick(routeNames));
      counts[seen.code] = (counts[seen.code] ?? 0) + 1;
      if (seen.code !== 'ok' && !harmless.has(seen.code)) faults.push(`${seen.name}: ${seen.answer.slice(0, 300)}`);
      if (stranger && seen.answer.includes(secret)) leaks.push(`${seen.name}: ${seen.answer.slice(0, 300)}`);
    });
    await Promise.all(round);
  }
  console.info(`fuzz, seed ${seed}: ${cases} asks, ${JSON.stringify(counts)}`);
  expect(faults).toEqual([]);
  expect(leaks).toEqual([]);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  expect((await fetch(`${here.origin}/readyz`)).status).toBe(200);
}, 600_000);

it('outlives raw frames that are no messages', async () => {
  const frames: (string | Buffer)[] = [
    '',
    '4',
    '42',
    '42[',
    '42[]',
    '42["message.send"]',
    '42["message.send",',
    '420["message.send",{}]',
    '42999999999999["message.send",{}]',
    '451-["x",{"_placeholder":true,"num":0}]',
    '40',
    '41',
    '43[]',
    '44{}',
    '9',
    '42["__proto__",1]',
    '42["constructor",1]',
    '42["disconnect"]',
    '42["connect"]',
    '42["error"]',
    Buffer.from([0, 1, 2, 255]),
    Buffer.alloc(200_000, 120),
    'x'.repeat(200_000),
  ];
  const origin = here.origin.replace('http', 'ws');
  for (const frame of frames) {
    const raw = new WebSocket(`${origin}${apiPrefix}/live/?EIO=4&transport=websocket`, { headers: member.headers });
    raw.on('error', () => undefined);
    const greeted = new Promise((resolve) => raw.once('message', resolve));
    const closed = new Promise((resolve) => raw.once('close', resolve));
    await greeted;
    raw.send('40');
    await new Promise((resolve) => raw.once('message', resolve));
    raw.send(frame);
    raw.send('420["notification.read",{}]');
    // Either it was answered, or the hub hung up.
    await Promise.race([new Promise((resolve) => raw.once('message', resolve)), closed]);
    raw.terminate();
  }
  expect(await inside.timeout(5_000).emitWithAck('notification.read', {})).toMatchObject({ ok: true });
});
