import type { HubEvent, Message, SendMessage } from '@hub/contracts';
import { reduceMessages, type Hub } from '@hub/client';
import { Live } from '@hub/realtime';
import { channel, hub, membership, network, person, until, type SignedIn, type TestHub } from '@hub/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';

let here: TestHub;
let networkId: string;
let amara: SignedIn;
let lars: SignedIn;

beforeAll(async () => {
  here = await hub();
  networkId = await network(here.database);
  [amara, lars] = (await Promise.all(['Amara Mwansa', 'Lars Ek'].map(member))) as [SignedIn, SignedIn];
});

afterAll(() => here.close());

async function member(name: string): Promise<SignedIn> {
  const personId = await person(here.database, name);
  await membership(here.database, personId, 'expert', { networkId });
  return here.signIn(personId);
}

const open = (...people: SignedIn[]) =>
  channel(here.database, { networkId, members: people.map(({ personId }) => personId) });

const words = (channelId: string, body: string, more: Partial<SendMessage> = {}): SendMessage => ({
  channelId,
  clientId: uuidv7(),
  topicTitle: 'Pump tests',
  body,
  ...more,
});

/** A client that is online, and everything it is told of what is stored. */
async function listen(who: SignedIn, node: TestHub = here): Promise<{ client: Hub; told: HubEvent[] }> {
  const client = node.client(who);
  const told: HubEvent[] = [];
  client.onEvents((events) => told.push(...events.filter((event) => 'seq' in event || 'userSeq' in event)));
  await until(client.state, (state) => state === 'online');
  return { client, told };
}

const bodies = (told: HubEvent[]) =>
  told.flatMap((event) => (event.kind === 'message.sent' ? [event.message.body] : []));

describe('a message', () => {
  it('reaches everyone in the channel, its sender too, after it is stored', async () => {
    const channelId = await open(amara, lars);
    const [a, b] = await Promise.all([listen(amara), listen(lars)]);
    const sent = await a.client.call('message.send', words(channelId, 'The pump runs.'));
    expect(sent).toMatchObject({ seq: 1, duplicate: false });
    await until(
      () => [...bodies(a.told), ...bodies(b.told)],
      (seen) => seen.length === 2,
    );
    const { messages } = await b.client.call('message.list', { topicId: sent.topicId });
    expect(messages).toHaveLength(1);
    expect(b.told[0]).toEqual({
      kind: 'message.sent',
      channelId,
      seq: 1,
      topicTitle: 'Pump tests',
      message: messages[0],
    });
  });

  it('does not reach somebody outside the channel', async () => {
    const channelId = await open(amara);
    const outside = await listen(lars);
    const inside = await listen(amara);
    await inside.client.call('message.send', words(channelId, 'Only for us.'));
    await until(
      () => bodies(inside.told),
      (seen) => seen.length === 1,
    );
    // Lars is told of a later message elsewhere, so an earlier one would have arrived by now.
    const shared = await open(amara, lars);
    const late = await listen(lars);
    await inside.client.call('message.send', words(shared, 'For both.'));
    await until(
      () => bodies(late.told),
      (seen) => seen.includes('For both.'),
    );
    expect([...bodies(outside.told), ...bodies(late.told)]).not.toContain('Only for us.');
  });

  it('is stored once however often it is sent, and its clientId serves no other text', async () => {
    const channelId = await open(amara);
    const { client } = await listen(amara);
    const input = words(channelId, 'Once.');
    const first = await client.call('message.send', input);
    const again = await client.call('message.send', input);
    expect(again).toEqual({ ...first, duplicate: true });
    const together = words(channelId, 'Together.');
    const both = await Promise.all([client.call('message.send', together), client.call('message.send', together)]);
    expect(both.map(({ seq }) => seq)).toEqual([2, 2]);
    expect(both.filter(({ duplicate }) => duplicate)).toHaveLength(1);
    await expect(client.call('message.send', { ...input, body: 'Something else.' })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
  });

  it('keeps one order without holes for fifty senders at once', async () => {
    const channelId = await open(amara, lars);
    const [a, b] = await Promise.all([listen(amara), listen(lars)]);
    const sends = Array.from({ length: 200 }, (_, n) =>
      (n % 2 ? a : b).client.call('message.send', words(channelId, `Number ${n}`)),
    );
    const seqs = (await Promise.all(sends)).map(({ seq }) => seq).sort((x, y) => x - y);
    expect(seqs).toEqual(Array.from({ length: 200 }, (_, n) => n + 1));
    await until(
      () => Math.min(a.told.length, b.told.length),
      (n) => n === 200,
    );
    expect(a.told).toEqual(b.told);
  });

  it('goes to the topic that exists, whatever the case of its title', async () => {
    const channelId = await open(amara);
    const { client } = await listen(amara);
    const first = await client.call('message.send', words(channelId, 'One.', { topicTitle: 'Älvens vatten' }));
    const second = await client.call('message.send', words(channelId, 'Two.', { topicTitle: 'älvens VATTEN' }));
    const third = await client.call(
      'message.send',
      words(channelId, 'Three.', { topicTitle: undefined, topicId: first.topicId }),
    );
    expect([second.topicId, third.topicId]).toEqual([first.topicId, first.topicId]);
    expect((await client.call('channel.read', { channelId })).topics).toMatchObject([
      { title: 'Älvens vatten', messages: 3, lastSeq: 3, excerpt: 'Three.' },
    ]);
  });

  it('is refused with every wrong field named', async () => {
    const channelId = await open(amara);
    const { client } = await listen(amara);
    const wrong = { ...words(channelId, ' '.repeat(3)), topicTitle: undefined, clientId: 'one' };
    for (const send of [client.call('message.send', wrong), here.client(amara).call('message.send', wrong)])
      await expect(send).rejects.toMatchObject({
        code: 'INVALID',
        details: {
          fields: expect.arrayContaining([
            { path: 'clientId', problem: 'malformed' },
            { path: 'body', problem: 'required' },
          ]),
        },
      });
  });

  it('cannot go to a topic of another channel', async () => {
    const [here1, there] = [await open(amara), await open(lars)];
    const { client } = await listen(lars);
    const { topicId } = await client.call('message.send', words(there, 'There.'));
    const a = await listen(amara);
    await expect(
      a.client.call('message.send', words(here1, 'Here.', { topicTitle: undefined, topicId })),
    ).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('history', () => {
  it('comes in pages in both directions and around a message', async () => {
    const channelId = await open(amara);
    const { client } = await listen(amara);
    const sent = await Promise.all(
      Array.from({ length: 60 }, (_, n) => client.call('message.send', words(channelId, `${n}`))),
    );
    const topicId = sent[0]?.topicId ?? '';
    const seqs = (messages: Message[]) => messages.map(({ seq }) => seq);
    const latest = await client.call('message.list', { topicId });
    expect([latest.hasOlder, latest.hasNewer, seqs(latest.messages)[0], latest.messages.length]).toEqual([
      true,
      false,
      11,
      50,
    ]);
    const older = await client.call('message.list', { topicId, before: 11 });
    expect([older.hasOlder, older.hasNewer, seqs(older.messages)]).toEqual([
      false,
      true,
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
    ]);
    const around = await client.call('message.list', { topicId, around: 30, limit: 10 });
    expect([around.hasOlder, around.hasNewer, seqs(around.messages)]).toEqual([
      true,
      true,
      [25, 26, 27, 28, 29, 30, 31, 32, 33, 34],
    ]);
    const newer = await client.call('message.list', { topicId, after: 58 });
    expect([newer.hasNewer, seqs(newer.messages)]).toEqual([false, [59, 60]]);
  });
});

describe('a client that was away', () => {
  it('gets what it missed, and its state equals a fresh one', async () => {
    const channelId = await open(amara, lars);
    const away = await listen(lars);
    const { client } = await listen(amara);
    const { topicId } = await client.call('message.send', words(channelId, 'Before.'));
    await until(
      () => away.told.length,
      (n) => n === 1,
    );
    away.client.close();
    await Promise.all(
      Array.from({ length: 120 }, (_, n) => client.call('message.send', words(channelId, `Meanwhile ${n}`))),
    );
    away.client.connect();
    await until(
      () => away.told.length,
      (n) => n === 121,
    );
    const folded = away.told.reduce<readonly Message[]>((state, event) => reduceMessages(state, topicId, event), []);
    const fresh: Message[] = [];
    for (let more = true; more;) {
      const page = await client.call('message.list', { topicId, after: fresh.at(-1)?.seq ?? 0 });
      fresh.push(...page.messages);
      more = page.hasNewer;
    }
    expect(folded).toEqual(fresh);
  });

  it('is told which channels are gone, and to start afresh when its cursor is from another life', async () => {
    const [kept, lost] = [await open(lars), await open(amara)];
    const { client } = await listen(lars);
    const answer = await client.call('sync.resume', {
      userSeq: 7,
      channels: [
        { channelId: kept, seq: 5 },
        { channelId: lost, seq: 0 },
      ],
    });
    expect(answer).toMatchObject({ reset: true, gone: [lost], channels: [{ channelId: kept, reset: true, head: 0 }] });
  });

  it('is told of no channel in which nothing is new, whether or not this node told it what was last', async () => {
    const grace = await member('Grace Banda');
    const channelId = await open(amara, grace);
    const { client } = await listen(grace);
    const { id: subjectId, seq } = await client.call('message.send', words(channelId, 'The last word.'));
    const { userSeq } = await client.call('sync.resume', { userSeq: null, channels: [] });
    const resume = (place: object) => client.call('sync.resume', { userSeq, channels: [{ channelId, seq, ...place }] });
    const nothing = { userSeq, userEvents: [], reset: false, channels: [], gone: [] };
    await until(
      () => here.app.nest.get(Live).returning.uncertain(grace.personId, [{ channelId, seq, subjectId }]),
      (uncertain) => uncertain.length === 0,
    );
    expect(await resume({ subjectId })).toEqual(nothing);
    expect(await resume({})).toEqual(nothing);
    expect(await resume({ subjectId: uuidv7() })).toMatchObject({ channels: [{ channelId, reset: true, head: seq }] });
    client.close();
    await until(
      () => here.app.nest.get(Live).returning.toldTo(grace.personId),
      (told) => told === undefined,
    );
    expect(
      await here.client(grace).call('sync.resume', { userSeq, channels: [{ channelId, seq, subjectId }] }),
    ).toEqual(nothing);
  });
});

describe('a mention', () => {
  it("reaches the bell of the one mentioned, once, and nobody else's", async () => {
    const channelId = await open(amara, lars);
    const mentioned = await listen(lars);
    const { client } = await listen(amara);
    const outsider = await person(here.database, 'Nobody Here');
    await client.call(
      'message.send',
      words(channelId, `<@${lars.personId}> and <@${outsider}>, look: <@${amara.personId}>.`),
    );
    const bell = await until(
      () => mentioned.told.flatMap((event) => (event.kind === 'notification.created' ? [event.notification] : [])),
      (seen) => seen.length > 0,
    );
    expect(bell).toMatchObject([
      { from: { name: 'Amara Mwansa' }, excerpt: '@Lars Ek and @<someone>, look: @Amara Mwansa.', readAt: null },
    ]);
    expect(await mentioned.client.call('notification.list', {})).toMatchObject({ unread: 1, notifications: bell });
    expect(await client.call('notification.list', {})).toEqual({ unread: 0, needsMe: 0, notifications: [] });
    const ledger = await here.database.query(
      `select state from deliveries where medium = 'hub' and person_id = any($1)`,
      [[lars.personId, outsider]],
    );
    expect(ledger).toEqual([{ state: 'delivered' }]);
    await until(
      () => here.database.query('select id from outbox'),
      (rows) => rows.length === 0,
    );
  });

  it('is read on every device at once', async () => {
    const [one, other] = await Promise.all([listen(lars), listen(lars)]);
    expect(await one.client.call('notification.read', {})).toEqual({ unread: 0 });
    await until(
      () => other.told,
      (told) => told.some(({ kind }) => kind === 'notifications.read'),
    );
    expect(await other.client.call('notification.list', {})).toMatchObject({ unread: 0 });
  });

  it('that was queued and lost by the queue is told all the same, once', async () => {
    const channelId = await open(amara, lars);
    const { client } = await listen(amara);
    const mentioned = await listen(lars);
    const sent = await client.call('message.send', words(channelId, `<@${lars.personId}> again`));
    await until(
      () => here.database.query('select id from outbox'),
      (rows) => rows.length === 0,
    );
    // The same effect promised once more, as after a crash between the job and the end of its outbox row.
    await here.database.transaction((tx) => tx.promise('message.mentioned', [{ messageId: sent.id }]));
    await until(
      () => here.database.query('select id from outbox'),
      (rows) => rows.length === 0,
    );
    expect(mentioned.told.filter(({ kind }) => kind === 'notification.created')).toHaveLength(1);
  });
});

describe('two nodes', () => {
  it('tell each other what was said, also when it is long', async () => {
    const channelId = await open(amara, lars);
    const second = await here.another();
    const [a, b] = await Promise.all([listen(amara), listen(lars, second)]);
    const long = 'å'.repeat(9_000);
    await a.client.call('message.send', words(channelId, 'Short.'));
    await b.client.call('message.send', words(channelId, 'From the other side.'));
    await a.client.call('message.send', words(channelId, long));
    await until(
      () => bodies(b.told),
      (seen) => seen.length === 3,
    );
    await until(
      () => bodies(a.told),
      (seen) => seen.length === 3,
    );
    expect(bodies(b.told)).toEqual(['Short.', 'From the other side.', long]);
    expect(a.told).toEqual(b.told);
  });
});

describe('signing out', () => {
  it("closes the session's sockets and leaves nothing that works", async () => {
    const leaving = await member('Gone Soon');
    const { client } = await listen(leaving);
    await client.call('session.end', {});
    await until(client.state, (state) => state === 'ended');
    await expect(client.call('profile.read', {})).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    const again = here.client(leaving);
    await until(again.state, (state) => state === 'ended');
  });
});

describe('a role or a session that ends while a socket is open', () => {
  const endings = [
    ['a role', 'update memberships set until_on = current_date where person_id = $1', 'online'],
    ['a session', "update sessions set expires_at = now() - interval '1 second' where person_id = $1", 'ended'],
    ['an account', 'update people set disabled_at = now() where id = $1', 'ended'],
  ] as const;

  it.each(endings)('%s: nothing more is heard or said within five seconds', async (_, sql, state) => {
    const [staying, leaving] = [await member('Stays Here'), await member('Gone Today')];
    const channelId = await open(staying, leaving);
    const [a, b] = await Promise.all([listen(staying), listen(leaving)]);
    await here.database.query(sql, [leaving.personId]);
    const refused = () =>
      b.client.call('message.send', words(channelId, 'Still here?')).then(
        () => '',
        ({ code }) => String(code),
      );
    await until(refused, (code) => code === 'NOT_FOUND' || code === 'UNAUTHENTICATED');
    await until(b.client.state, (seen) => seen === state);
    const room = here.app.nest.get(Live);
    await until(
      () => room.listeners(channelId),
      (count) => count === 1,
    );
    await a.client.call('message.send', words(channelId, 'After.'));
    await until(
      () => bodies(a.told),
      (seen) => seen.includes('After.'),
    );
    expect(bodies(b.told)).not.toContain('After.');
  });
});
