/** Whoever is out of a channel hears nothing more of it: in every kind of room, by every way out, by every way of hearing. */
import { caller, type Hub } from '@hub/client';
import { Failure, type ChannelKind, type HubEvent, type Role } from '@hub/contracts';
import {
  channel,
  hub,
  membership,
  network,
  partnership,
  person,
  until,
  type SignedIn,
  type TestHub,
} from '@hub/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';

interface Room {
  kind: ChannelKind;
  /** Whose role opens it. */
  role: Role;
  inPair?: true;
}

const rooms: Room[] = [
  { kind: 'announcements', role: 'expert' },
  { kind: 'thematic', role: 'expert' },
  { kind: 'steering_group', role: 'politician', inPair: true },
  { kind: 'partnership', role: 'team_member', inPair: true },
  { kind: 'mentor_team', role: 'mentor' },
  { kind: 'guest', role: 'guest' },
  { kind: 'direct', role: 'expert' },
];

type WayOut = (someone: Someone, channelId: string) => Promise<unknown>;

const waysOut: Record<string, WayOut> = {
  'the role ends': ({ personId }) =>
    here.database.query('update memberships set until_on = current_date where person_id = $1', [personId]),
  'taken out by hand': (someone, channelId) =>
    coordinator.call('member.remove', { channelId, personId: someone.personId }),
  'the session ends': ({ personId }) =>
    here.database.query('update sessions set ended_at = now() where person_id = $1', [personId]),
  'the account is closed': ({ personId }) =>
    here.database.query('update people set disabled_at = now() where id = $1', [personId]),
};

interface Someone extends SignedIn {
  call: ReturnType<typeof caller>;
}

let here: TestHub;
let there: TestHub;
let networkId: string;
let pairId: string;
let coordinator: Someone;

beforeAll(async () => {
  here = await hub();
  there = await here.another();
  networkId = await network(here.database);
  pairId = await partnership(here.database, networkId);
  coordinator = await somebody('Sigrid Holm', 'project_coordinator');
});

afterAll(() => here.close());

async function somebody(name: string, role: Role, inPair?: true): Promise<Someone> {
  const personId = await person(here.database, name);
  await membership(here.database, personId, role, {
    networkId,
    ...(inPair && { partnershipId: pairId, side: 'swedish' }),
  });
  const signedIn = await here.signIn(personId);
  return { ...signedIn, call: caller({ origin: here.origin, headers: signedIn.headers }) };
}

async function listen(who: SignedIn, node: TestHub): Promise<{ client: Hub; told: HubEvent[] }> {
  const client = node.client(who);
  const told: HubEvent[] = [];
  client.onEvents((events) => told.push(...events));
  await until(client.state, (state) => state === 'online');
  return { client, told };
}

/** The room, with the coordinator and the leaver in it, and what it takes to ask about it. */
async function enter({ kind, role, inPair }: Room) {
  const leaver = await somebody(`Leaving ${kind}`, role, inPair);
  const channelId = await channel(here.database, {
    networkId,
    kind,
    ...(inPair && { partnershipId: pairId }),
  });
  const places = [leaver, coordinator].map(({ personId }) => personId);
  const origin = kind === 'direct' ? 'hand' : 'role';
  await here.database.query(
    `insert into channel_members (channel_id, person_id, origin)
    select $1, one, case when one = $3 then 'hand' else $4 end from unnest($2::uuid[]) one on conflict do nothing`,
    [channelId, places, coordinator.personId, origin],
  );
  const say = (body: string) =>
    coordinator.call('message.send', { channelId, clientId: uuidv7(), topicTitle: 'A matter', body });
  return { leaver, channelId, say };
}

const cases = rooms.flatMap((room) =>
  Object.keys(waysOut)
    .filter((way) => room.kind !== 'direct' || way !== 'taken out by hand')
    .map((way) => [room.kind, way, room] as const),
);

describe('nothing more is heard', () => {
  it.each(cases)('of a %s channel once %s', async (_, way, room) => {
    const { leaver, channelId, say } = await enter(room);
    const [one, other] = [await listen(leaver, here), await listen(leaver, there)];
    const { id: messageId, topicId } = await say('While they were here');
    const heard = ({ told }: { told: HubEvent[] }) => JSON.stringify(told);
    for (const socket of [one, other])
      await until(
        () => heard(socket),
        (text) => text.includes('While they were here'),
      );

    await waysOut[way]?.(leaver, channelId);
    // Over routes they are out at once; sockets follow within the five seconds that are promised.
    const asked: [string, Promise<unknown>][] = [
      ['channel.read', leaver.call('channel.read', { channelId })],
      ['topic.read', leaver.call('topic.read', { topicId })],
      ['message.list', leaver.call('message.list', { topicId })],
      ['message.history', leaver.call('message.history', { messageId })],
      ['pin.list', leaver.call('pin.list', { channelId })],
      ['sync.backfill', leaver.call('sync.backfill', { channelId, after: 0 })],
      ['message.send', leaver.call('message.send', { channelId, clientId: uuidv7(), topicId, body: 'Still here?' })],
      ['message.edit', leaver.call('message.edit', { messageId, baseVersion: 1, body: 'Still here?' })],
      ['reaction.set', leaver.call('reaction.set', { messageId, reaction: 'seen', on: true })],
      ['read.move', leaver.call('read.move', { topicId, epoch: 0, seq: 1 })],
    ];
    for (const [name, answer] of asked)
      expect([name, await answer.then(() => 'answered', codeOf)]).toEqual([
        name,
        expect.stringMatching(/^(NOT_FOUND|UNAUTHENTICATED)$/),
      ]);
    const open = ({ client }: { client: Hub }) => client.state() === 'online';
    const outOfRoom = async (socket: typeof one) =>
      !open(socket) ||
      (await socket.client.call('sync.resume', { userSeq: null, channels: [{ channelId, seq: 0 }] })).gone.includes(
        channelId,
      );
    for (const socket of [one, other])
      await until(
        async () => (await outOfRoom(socket).catch(() => true)) && (!open(socket) || isSilent(socket.told, channelId)),
        (out) => out,
      );
    await say('After they were gone');
    // The coordinator is told on both nodes; whoever were still in the room would have been told before.
    const witnesses = [await listen(coordinator, here), await listen(coordinator, there)];
    await say('And later still');
    for (const witness of witnesses)
      await until(
        () => heard(witness),
        (text) => text.includes('And later still'),
      );
    for (const socket of [one, other]) {
      expect(heard(socket)).not.toContain('After they were gone');
      expect(heard(socket)).not.toContain('And later still');
      socket.client.close();
    }
    for (const { client } of witnesses) client.close();
  });
});

/** A socket that stays open was told that the channel is lost, or never will be told of it again. */
function isSilent(told: HubEvent[], channelId: string): boolean {
  return told.some((event) => event.kind === 'channel.lost' && event.channelId === channelId);
}

const codeOf = (error: unknown) => (error instanceof Failure ? error.code : String(error));
