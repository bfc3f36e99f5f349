/** Every way of losing access, and every way of hearing: five seconds later nothing more is told, by no socket, route, history or bell. */
import { caller, type Call, type Hub } from '@hub/client';
import type { Failure, HubEvent } from '@hub/contracts';
import { channel, hub, membership, network, person, until, type SignedIn, type TestHub } from '@hub/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';

interface Someone {
  personId: string;
  call: Call;
  /** On the other node than where access is ended. */
  client: Hub;
  told: HubEvent[];
}

interface Way {
  lose(who: Someone): Promise<unknown>;
  /** What is answered afterwards: the session is over, or the room is closed. */
  answer: Failure['code'];
  /** Comes with a personal token instead of a session. */
  program?: true;
}

const sql = (statement: string) => (who: Someone) => here.database.query(statement, [who.personId]);

const ways: Record<string, Way> = {
  'signs out': { lose: ({ call }) => call('session.end', {}), answer: 'UNAUTHENTICATED' },
  'is signed out from another device': {
    lose: async ({ personId, call }) => {
      const sessionId = (await call('session.list', {}))[0]?.id ?? '';
      const other = await here.signIn(personId);
      await caller({ origin: here.origin, headers: other.headers })('session.endOne', { sessionId });
    },
    answer: 'UNAUTHENTICATED',
  },
  'is one of all others that are signed out': {
    lose: async ({ personId }) => {
      const other = await here.signIn(personId);
      await caller({ origin: here.origin, headers: other.headers })('session.endOthers', {});
    },
    answer: 'UNAUTHENTICATED',
  },
  'is signed out by an administrator': {
    lose: ({ personId }) => administrator('person.endSessions', { personId }),
    answer: 'UNAUTHENTICATED',
  },
  'does nothing for a week': {
    lose: sql(`update sessions set last_seen_at = now() - interval '8 days' where person_id = $1`),
    answer: 'UNAUTHENTICATED',
  },
  'has been signed in for a month': {
    lose: sql('update sessions set expires_at = now() where person_id = $1'),
    answer: 'UNAUTHENTICATED',
  },
  'has a closed account': {
    lose: sql('update people set disabled_at = now() where id = $1'),
    answer: 'UNAUTHENTICATED',
  },
  'has no role any more': {
    lose: sql('update memberships set until_on = current_date where person_id = $1'),
    answer: 'NOT_FOUND',
  },
  'was taken out by hand': {
    lose: ({ personId }) => coordinator.call('member.remove', { channelId, personId }),
    answer: 'NOT_FOUND',
  },
  'is a program whose token is revoked': {
    lose: async ({ personId }) => {
      const other = caller({ origin: here.origin, headers: (await here.signIn(personId)).headers });
      const tokenId = (await other('token.list', {}))[0]?.id ?? '';
      await other('token.revoke', { tokenId });
    },
    answer: 'UNAUTHENTICATED',
    program: true,
  },
  'is a program whose token has run out': {
    lose: sql('update personal_tokens set expires_at = now() where person_id = $1'),
    answer: 'UNAUTHENTICATED',
    program: true,
  },
  'is a program whose person was signed out by an administrator': {
    lose: ({ personId }) => administrator('person.endSessions', { personId }),
    answer: 'UNAUTHENTICATED',
    program: true,
  },
};

const withinMs = 5_000;

let here: TestHub;
let there: TestHub;
let networkId: string;
let channelId: string;
let topicId: string;
let secret: string;
let administrator: Call;
let coordinator: Someone;
const leavers = new Map<string, Someone>();

beforeAll(async () => {
  here = await hub();
  there = await here.another();
  networkId = await network(here.database);
  channelId = await channel(here.database, { networkId });
  const admin = await here.signIn(await person(here.database, 'Ada Min'));
  await membership(here.database, admin.personId, 'administrator');
  administrator = caller({ origin: here.origin, headers: admin.headers });
  const people = new Map<string, SignedIn>();
  for (const name of ['the coordinator', ...Object.keys(ways)]) {
    const who = await here.signIn(await person(here.database, `Somebody who ${name}`));
    await membership(here.database, who.personId, name === 'the coordinator' ? 'project_coordinator' : 'expert', {
      networkId,
    });
    people.set(name, who);
  }
  const everybody = [...people.values()].map(({ personId }) => personId);
  const placed = () =>
    here.database.query('select from current_channel_members where channel_id = $1 and person_id = any($2)', [
      channelId,
      everybody,
    ]);
  await until(placed, (rows) => rows.length === everybody.length);
  for (const [name, who] of people) {
    const someone = await listening(who, ways[name]?.program);
    if (name === 'the coordinator') coordinator = someone;
    else leavers.set(name, someone);
  }
  const sent = await coordinator.call('message.send', {
    channelId,
    clientId: uuidv7(),
    topicTitle: 'Pumps',
    body: 'One.',
  });
  ({ topicId } = sent);
  for (const { told } of leavers.values())
    await until(
      () => told,
      (events) => events.some(isOf(sent.id)),
    );

  for (const [name, someone] of leavers) await ways[name]?.lose(someone);
  await new Promise((resolve) => setTimeout(resolve, withinMs));
  const mentions = [...leavers.values()].map(({ personId }) => `<@${personId}>`).join(' ');
  const after = await coordinator.call('message.send', {
    channelId,
    clientId: uuidv7(),
    topicId,
    body: `Two. ${mentions}`,
  });
  secret = after.id;
  await until(
    () => coordinator.told,
    (events) => events.some(isOf(secret)),
  );
}, 60_000);

afterAll(() => here.close());

const isOf = (messageId: string) => (event: HubEvent) => 'message' in event && event.message.id === messageId;

async function listening(who: SignedIn, program?: true): Promise<Someone> {
  const token =
    program &&
    (
      await caller({ origin: here.origin, headers: who.headers })('token.create', {
        name: 'A bot',
        scope: 'write',
        days: 1,
      })
    ).token;
  const client = token === undefined ? there.client(who) : there.client(who, { token, headers: {} });
  const told: HubEvent[] = [];
  client.onEvents((events) => told.push(...events));
  await until(client.state, (state) => state === 'online');
  return {
    personId: who.personId,
    call: caller({ origin: here.origin, ...(token === undefined ? { headers: who.headers } : { token }) }),
    client,
    told,
  };
}

describe.each(Object.entries(ways))('whoever %s', (name, { answer }) => {
  const leaver = () => {
    const someone = leavers.get(name);
    if (!someone) throw new Error(`Nobody ${name}`);
    return someone;
  };
  const refused = (asked: Promise<unknown>) => expect(asked).rejects.toMatchObject({ code: answer });

  it('is told nothing over the socket that was open', () => {
    expect(leaver().told.some(isOf(secret))).toBe(false);
    if (answer === 'UNAUTHENTICATED') expect(leaver().client.state()).toBe('ended');
  });

  it('is told nothing by a route', async () => {
    const { call } = leaver();
    await refused(call('message.list', { topicId }));
    await refused(call('channel.read', { channelId }));
    await refused(call('message.send', { channelId, clientId: uuidv7(), topicId, body: 'Three.' }));
  });

  it('is told nothing by the history of the channel', async () => {
    const { call } = leaver();
    await refused(call('sync.backfill', { channelId, after: 0 }));
    const resumed = call('sync.resume', { userSeq: null, channels: [{ channelId, seq: 0 }] });
    if (answer === 'UNAUTHENTICATED') await refused(resumed);
    else expect(await resumed).toMatchObject({ channels: [], gone: [channelId] });
  });

  it('is told nothing by the bell', async () => {
    const { call } = leaver();
    const bell = call('notification.list', {});
    if (answer === 'UNAUTHENTICATED') await refused(bell);
    else expect(JSON.stringify(await bell)).not.toContain(secret);
  });
});
