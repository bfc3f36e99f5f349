/**
 * Old state and events equal freshly fetched state, for every command and for everybody who hears of it: whoever was
 * there sees what whoever comes now sees. A command without a case fails the last test.
 */
import { caller, emptyState, reduce, type Call, type Hub, type HubState } from '@hub/client';
import { commandNames, type CommandName, type HubEvent, type Role } from '@hub/contracts';
import { hub, membership, network, partnership, person, until, type SignedIn, type TestHub } from '@hub/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';

interface Someone extends SignedIn {
  call: Call;
}

/** A place of its own for every case: a channel with a conversation in it, one to move to, and who is there. */
interface Place {
  channelId: string;
  otherId: string;
  topicId: string;
  /** Said by Amara, and by Lars. */
  amaras: string;
  lars: string;
}

type Case = (place: Place) => Promise<unknown>;

let here: TestHub;
let networkId: string;
let amara: Someone;
let lars: Someone;
let coordinator: Someone;

beforeAll(async () => {
  here = await hub();
  networkId = await network(here.database);
  const pairId = await partnership(here.database, networkId);
  amara = await somebody('Amara Mwansa', 'expert');
  lars = await somebody('Lars Ek', 'partnership_coordinator', pairId);
  coordinator = await somebody('Sigrid Holm', 'project_coordinator');
});

afterAll(() => here.close());

async function somebody(name: string, role: Role, partnershipId?: string): Promise<Someone> {
  const personId = await person(here.database, name);
  await membership(here.database, personId, role, {
    networkId,
    ...(partnershipId !== undefined && { partnershipId, side: 'swedish' }),
  });
  const signedIn = await here.signIn(personId);
  return { ...signedIn, call: caller({ origin: here.origin, headers: signedIn.headers }) };
}

const networkSlug = 'climate';
const opened = (name: string) =>
  coordinator.call('channel.create', { networkSlug, channelId: uuidv7(), name, purpose: 'To talk', kind: 'thematic' });
const say = (who: Someone, channelId: string, body: string, more: object = { topicTitle: 'A matter' }) =>
  who.call('message.send', { channelId, clientId: uuidv7(), body, ...more });

async function place(): Promise<Place> {
  const [{ id: channelId }, { id: otherId }] = [await opened('Here'), await opened('There')];
  // Answers are told in rounds of their own, which may come between two readings here.
  await here.database.query(
    'insert into channel_tellings (channel_id, seq) select unnest($1::uuid[]), 1e9 on conflict (channel_id) do update set seq = 1e9',
    [[channelId, otherId]],
  );
  const first = await say(amara, channelId, 'What do *we* know?');
  const { topicId } = first;
  const second = await say(lars, channelId, 'This and that', { topicId, replyToId: first.id });
  await say(coordinator, channelId, 'And more', { topicTitle: 'Another matter' });
  await say(coordinator, otherId, 'Elsewhere', { topicTitle: 'Elsewhere' });
  await lars.call('message.pin', { messageId: first.id, on: true });
  await lars.call('reaction.set', { messageId: first.id, reaction: 'seen', on: true });
  return { channelId, otherId, topicId, amaras: first.id, lars: second.id };
}

const cases: Record<CommandName, Case[]> = {
  'message.send': [
    ({ channelId, topicId }) => say(lars, channelId, 'One more', { topicId }),
    ({ channelId }) => say(lars, channelId, 'A new one', { topicTitle: 'A new matter' }),
    ({ channelId, topicId, amaras }) => say(lars, channelId, 'An answer', { topicId, replyToId: amaras }),
    ({ channelId, topicId }) => say(lars, channelId, `<@${amara.personId}>, look`, { topicId }),
    ({ channelId, topicId }) => say(coordinator, channelId, '<@channel> and <@role:expert>', { topicId }),
  ],
  'message.edit': [
    ({ amaras }) =>
      amara.call('message.edit', { messageId: amaras, baseVersion: 1, body: 'What do we **really** know?' }),
    ({ lars: id }) => lars.call('message.edit', { messageId: id, baseVersion: 1, body: `<@${amara.personId}> knows` }),
  ],
  'message.remove': [
    ({ amaras }) => amara.call('message.remove', { messageId: amaras }),
    ({ lars: id }) => lars.call('message.remove', { messageId: id }),
    ({ lars: id }) => coordinator.call('message.remove', { messageId: id, reason: 'It names a resident.' }),
  ],
  'message.pin': [
    ({ lars: id }) => amara.call('message.pin', { messageId: id, on: true }),
    ({ amaras }) => amara.call('message.pin', { messageId: amaras, on: false }),
  ],
  'message.report': [({ lars: id }) => amara.call('message.report', { messageId: id, reason: 'It names a resident.' })],
  'reaction.set': [
    ({ lars: id }) => amara.call('reaction.set', { messageId: id, reaction: 'thanks', on: true }),
    ({ amaras }) => lars.call('reaction.set', { messageId: amaras, reaction: 'seen', on: false }),
  ],
  'topic.rename': [({ topicId }) => lars.call('topic.rename', { topicId, title: 'What it was about' })],
  'topic.move': [({ topicId, otherId }) => coordinator.call('topic.move', { topicId, channelId: otherId })],
  'topic.resolve': [
    ({ topicId }) => lars.call('topic.resolve', { topicId, resolved: true }),
    async ({ topicId }) => {
      for (const resolved of [true, false]) await lars.call('topic.resolve', { topicId, resolved });
    },
  ],
  'channel.create': [() => opened('A new channel')],
  'channel.change': [
    ({ channelId }) =>
      coordinator.call('channel.change', { channelId, name: 'Renamed', purpose: 'To do', sensitive: true }),
  ],
  'channel.archive': [({ channelId }) => coordinator.call('channel.archive', { channelId, archived: true })],
  'channel.join': [
    async ({ channelId }) => {
      await lars.call('channel.leave', { channelId });
      await lars.call('channel.join', { channelId });
    },
  ],
  'channel.leave': [
    ({ channelId }) => lars.call('channel.leave', { channelId }),
    ({ channelId }) => amara.call('channel.leave', { channelId }),
  ],
  'channel.mute': [({ channelId }) => amara.call('channel.mute', { channelId, muted: true })],
  'direct.open': [() => coordinator.call('direct.open', { networkSlug, personId: amara.personId })],
  'member.add': [
    async ({ channelId }) => {
      await lars.call('channel.leave', { channelId });
      await coordinator.call('member.add', { channelId, personIds: [lars.personId] });
    },
  ],
  'member.remove': [
    ({ channelId }) => coordinator.call('member.remove', { channelId, personId: lars.personId }),
    ({ channelId }) => coordinator.call('member.remove', { channelId, personId: amara.personId }),
  ],
  'read.move': [
    ({ topicId }) => amara.call('read.move', { topicId, epoch: 0, seq: 2 }),
    async ({ topicId }) => {
      await amara.call('read.move', { topicId, epoch: 0, seq: 900 });
      await amara.call('read.move', { topicId, epoch: 1, seq: 0 });
    },
  ],
  'typing.set': [({ topicId }) => lars.call('typing.set', { topicId, typing: true })],
  'notification.read': [
    async ({ channelId, topicId }) => {
      await say(lars, channelId, `<@${amara.personId}>?`, { topicId });
      await settled();
      await amara.call('notification.read', {});
    },
  ],
  'sync.resume': [() => amara.call('sync.resume', { userSeq: null, channels: [] })],
  'sync.backfill': [({ channelId }) => amara.call('sync.backfill', { channelId, after: 0 })],
};

/** Everything a client may hold of these places, as it is now. What its reader may not see is not in it. */
async function fetched({ personId, call }: Someone, { channelId, otherId, topicId }: Place): Promise<HubState> {
  const keyed = async <T>(ids: string[], ask: (id: string) => Promise<T>) => {
    const record: Record<string, T> = {};
    for (const id of ids)
      await ask(id).then(
        (answer) => (record[id] = answer),
        () => undefined,
      );
    return record;
  };
  const channelIds = [channelId, otherId];
  const [channels, messages, pins, page, unread, notifications] = await Promise.all([
    keyed(channelIds, (id) => call('channel.read', { channelId: id })),
    keyed([topicId], (id) => call('message.list', { topicId: id })),
    keyed(channelIds, (id) => call('pin.list', { channelId: id })),
    call('network.read', { networkSlug }),
    call('unread.list', {}),
    call('notification.list', {}),
  ]);
  return {
    ...emptyState(personId),
    channels,
    messages,
    pins,
    cards: { [networkId]: page.channels },
    unread,
    notifications,
  };
}

/** Until everything promised is done. */
const settled = () =>
  until(
    () => here.database.query('select id from outbox'),
    (rows) => rows.length === 0,
  );

/** Until a client was told everything that its person may hear of. */
async function toldAll({ personId }: Someone, told: HubEvent[], since: { userSeq: number; seqs: Map<string, number> }) {
  await settled();
  const heads = await here.database.query<{ id: string; seq: number }>(
    `select c.id, c.last_seq as seq from channels c
    join current_channel_members m on m.channel_id = c.id and m.person_id = $1`,
    [personId],
  );
  const [own] = await here.database.query<{ seq: number }>('select event_seq as seq from people where id = $1', [
    personId,
  ]);
  await until(
    () => {
      const reached = new Map(since.seqs);
      let userSeq = since.userSeq;
      for (const event of told) {
        if ('seq' in event) reached.set(event.channelId, event.seq);
        if (event.kind === 'channel.gained') reached.set(event.channel.id, event.channel.lastSeq);
        if ('userSeq' in event) userSeq = event.userSeq;
      }
      const behind = heads.filter(({ id, seq }) => (reached.get(id) ?? seq) < seq);
      return { behind, left: (own?.seq ?? 0) - userSeq };
    },
    ({ behind, left }) => behind.length === 0 && left <= 0,
  );
}

/** Where the events that are told to this client from now on begin. */
async function cursors(who: Someone): Promise<{ userSeq: number; seqs: Map<string, number> }> {
  const { userSeq } = await who.call('sync.resume', { userSeq: null, channels: [] });
  const heads = await here.database.query<{ id: string; seq: number }>('select id, last_seq as seq from channels');
  return { userSeq, seqs: new Map(heads.map(({ id, seq }) => [id, seq])) };
}

async function online(who: Someone): Promise<{ client: Hub; told: HubEvent[] }> {
  const client = here.client(who);
  const told: HubEvent[] = [];
  client.onEvents((events) => told.push(...events));
  await until(client.state, (state) => state === 'online');
  return { client, told };
}

/** What the reducers of a client leave to be loaded afresh, instead of telling it wrong. */
function known(state: HubState, fresh: HubState): object {
  const { channels, messages, pins, cards, unread, notifications } = state;
  const kept = <T>(record: Readonly<Record<string, T>>, all: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(all).filter(([key]) => key in record));
  return {
    folded: { channels, messages, pins, cards, unread, notifications },
    fresh: {
      channels: kept(channels, fresh.channels),
      messages: kept(messages, fresh.messages),
      pins: kept(pins, fresh.pins),
      cards: kept(cards, fresh.cards),
      unread: unread && fresh.unread,
      notifications: notifications && fresh.notifications,
    },
  };
}

/** Parts given up are rare on purpose; these are the commands that may do so. */
const mayGiveUp: readonly CommandName[] = [
  'topic.move',
  'channel.leave',
  'channel.join',
  'channel.create',
  'direct.open',
  'member.add',
  'member.remove',
];

const table = (Object.entries(cases) as [CommandName, Case[]][]).flatMap(([name, all]) =>
  all.map((act, n) => [all.length > 1 ? `${name} ${n + 1}` : name, name, act] as const),
);

describe('old state and events are today’s state', () => {
  it.each(table)('%s', async (_, name, act) => {
    const where = await place();
    await settled();
    const readers = [amara, lars, coordinator];
    const watching = await Promise.all(
      readers.map(async (who) => {
        const { client, told } = await online(who);
        const before = await fetched(who, where);
        return { who, client, told, before, since: await cursors(who) };
      }),
    );
    await act(where);
    for (const { who, client, told, before, since } of watching) {
      await toldAll(who, told, since);
      const after = told.reduce(reduce, before);
      const fresh = await fetched(who, where);
      const { folded, fresh: expected } = known(after, fresh) as { folded: object; fresh: object };
      expect(folded).toEqual(expected);
      if (!mayGiveUp.includes(name)) expect(after.unread && after.notifications).toBeDefined();
      client.close();
    }
  });

  it('has a case for every command', () => {
    expect(commandNames.filter((name) => cases[name].length === 0)).toEqual([]);
  });
});
