/** What waits at the same time shares one statement, and still each message is answered for itself. */
import { caller, type Call } from '@hub/client';
import type { SendMessage } from '@hub/contracts';
import { channel, hub, membership, network, person, type TestHub } from '@hub/testing';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';

interface Writer {
  personId: string;
  call: Call;
  say: (
    channelId: string,
    more?: Partial<SendMessage>,
  ) => Promise<{ seq: number; topicId: string; duplicate: boolean }>;
}

let here: TestHub;
let networkId: string;
let amara: Writer;
let lars: Writer;

beforeAll(async () => {
  here = await hub();
  networkId = await network(here.database);
  [amara, lars] = [await writer('Amara Mwansa'), await writer('Lars Ek')];
});

afterAll(() => here.close());

async function writer(name: string): Promise<Writer> {
  const personId = await person(here.database, name);
  await membership(here.database, personId, 'expert', { networkId });
  const { headers } = await here.signIn(personId);
  const call = caller({ origin: here.origin, headers });
  return {
    personId,
    call,
    say: (channelId, more) =>
      call('message.send', { channelId, clientId: uuidv7(), topicTitle: 'Pump tests', body: 'It runs.', ...more }),
  };
}

const open = (...members: Writer[]) =>
  channel(here.database, { networkId, members: members.map(({ personId }) => personId) });

const codeOf = (work: Promise<{ seq: number }>) =>
  work.then(
    ({ seq }) => seq,
    ({ code }: { code: string }) => code,
  );

const stored = (channelId: string) =>
  here.database.query<{ seq: number; title: string; messages: number }>(
    `select m.seq, t.title, t.messages from messages m join topics t on t.id = m.topic_id
    where m.channel_id = $1 and t.channel_id = $1 order by m.seq`,
    [channelId],
  );

it('answers each for itself, whatever becomes of the others', async () => {
  const [both, archived, only] = [await open(amara, lars), await open(amara, lars), await open(amara)];
  await here.database.query('update channels set archived_at = now() where id = $1', [archived]);
  const elsewhere = await lars.say(both);
  const answers = await Promise.all([
    codeOf(amara.say(both)),
    codeOf(lars.say(archived)),
    codeOf(lars.say(only)),
    codeOf(amara.say(only)),
    codeOf(lars.say(both, { topicTitle: undefined, topicId: uuidv7() })),
    codeOf(amara.say(only, { topicTitle: undefined, topicId: elsewhere.topicId })),
    codeOf(lars.say(both, { topicTitle: undefined, topicId: elsewhere.topicId })),
    codeOf(amara.say(only)),
  ]);
  expect(answers[1]).toBe('FORBIDDEN');
  expect([answers[2], answers[4], answers[5]]).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND']);
  expect([answers[0], answers[6]].toSorted((a, b) => Number(a) - Number(b))).toEqual([2, 3]);
  expect([answers[3], answers[7]].toSorted((a, b) => Number(a) - Number(b))).toEqual([1, 2]);
  expect((await stored(archived)).length).toBe(0);
  expect((await stored(both)).map(({ seq }) => seq)).toEqual([1, 2, 3]);
});

it('opens a topic once for all who name it, in whatever letters, and one in each channel', async () => {
  const [one, other] = [await open(amara, lars), await open(amara, lars)];
  const sent = await Promise.all([
    amara.say(one, { topicTitle: 'Wells' }),
    lars.say(one, { topicTitle: 'WELLS' }),
    amara.say(one, { topicTitle: 'Visits' }),
    lars.say(other, { topicTitle: 'Wells' }),
  ]);
  expect(new Set(sent.map(({ topicId }) => topicId)).size).toBe(3);
  const rows = await stored(one);
  expect(rows.map(({ messages }) => messages).toSorted((a, b) => a - b)).toEqual([1, 2, 2]);
  const later = await lars.say(one, { topicTitle: 'wells' });
  expect(sent.map(({ topicId }) => topicId)).toContain(later.topicId);
});

it('stores a message once that comes twice at the same moment', async () => {
  const channelId = await open(amara);
  const clientId = uuidv7();
  const sent = await Promise.all([1, 2, 3].map(() => amara.say(channelId, { clientId })));
  expect(sent.map(({ seq }) => seq)).toEqual([1, 1, 1]);
  expect(sent.filter(({ duplicate }) => duplicate)).toHaveLength(2);
});

it('makes nobody wait for a channel whose row is held, and keeps the order of those who do', async () => {
  const [held, free] = [await open(amara, lars), await open(amara, lars)];
  let waiting: Promise<{ seq: number }>[] = [];
  await here.database.transaction(async (tx) => {
    await tx.query('select from channels where id = $1 for update', [held]);
    waiting = [amara.say(held, { body: 'First.' })];
    expect((await lars.say(free)).seq).toBe(1);
    // The first is known to be held by now, so that these wait behind it.
    for (const body of ['Second.', 'Third.']) {
      waiting.push(lars.say(held, { body }));
      expect((await amara.say(free)).duplicate).toBe(false);
    }
    expect((await stored(held)).length).toBe(0);
  });
  expect((await Promise.all(waiting)).map(({ seq }) => seq)).toEqual([1, 2, 3]);
});

it('waits for nobody who only writes a row that names the channel, as telling people of it does', async () => {
  const channelId = await open(amara, lars);
  await here.database.transaction(async (tx) => {
    await tx.query('insert into channel_tellings (channel_id, seq) values ($1, 0)', [channelId]);
    expect((await amara.say(channelId)).seq).toBe(1);
    const { topicId } = await lars.say(channelId);
    await amara.call('topic.rename', { topicId, title: 'Renamed meanwhile' });
  });
});

it('asks the roles of whoever writes while they may have changed', async () => {
  const grace = await writer('Grace Banda');
  const channelId = await open(grace);
  expect((await grace.say(channelId)).seq).toBe(1);
  await here.database.query('update memberships set until_on = current_date where person_id = $1', [grace.personId]);
  expect(await codeOf(grace.say(channelId))).toBe('NOT_FOUND');
});
