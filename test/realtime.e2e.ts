/** What connected people are told when a reader stalls, hints are lost or people come and go; on one node and on two. */
import type { HubEvent, SendMessage } from '@hub/contracts';
import { caller, type Hub } from '@hub/client';
import { bufferedBy, Live, mostBuffered, type Bus } from '@hub/realtime';
import { channel, hub, membership, network, person, until, type SignedIn, type TestHub } from '@hub/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import type { Socket as TcpSocket } from 'node:net';
import type { Server } from 'socket.io';
import { io, type Socket } from 'socket.io-client';
import { v7 as uuidv7 } from 'uuid';

/** Loses every hint. */
const deaf: Bus = {
  longest: 7_900,
  publish: async () => undefined,
  subscribe: async () => undefined,
  close: async () => undefined,
};

interface Listening {
  client: Hub;
  told: HubEvent[];
}

/** Two nodes on one database, and two people in one channel. */
async function world(bus?: Bus) {
  const here = await hub({}, bus);
  const there = await here.another({}, bus);
  const networkId = await network(here.database);
  const member = async (name: string): Promise<SignedIn> => {
    const personId = await person(here.database, name);
    await membership(here.database, personId, 'expert', { networkId });
    return here.signIn(personId);
  };
  const open = (...people: SignedIn[]) =>
    channel(here.database, { networkId, members: people.map(({ personId }) => personId) });
  const [amara, lars] = [await member('Amara Mwansa'), await member('Lars Ek')];
  return { here, there, networkId, member, open, amara, lars };
}

async function listen(who: SignedIn, node: TestHub): Promise<Listening> {
  const client = node.client(who);
  const told: HubEvent[] = [];
  client.onEvents((events) => told.push(...events));
  await until(client.state, (state) => state === 'online');
  return { client, told };
}

const words = (channelId: string, body: string): SendMessage => ({
  channelId,
  clientId: uuidv7(),
  topicTitle: 'Pump tests',
  body,
});

const bodies = ({ told }: Listening) =>
  told.flatMap((event) => (event.kind === 'message.sent' ? [event.message.body] : []));

const kinds = ({ told }: Listening, kind: HubEvent['kind']) => told.filter((event) => event.kind === kind);

describe('a reader that stalls', () => {
  let w: Awaited<ReturnType<typeof world>>;
  let stalled: Socket;
  beforeAll(async () => {
    w = await world();
  });
  afterAll(async () => {
    stalled.close();
    await w.here.close();
  });

  it('is cut, never holds more than its share, and holds nobody up', async () => {
    const { here, amara, lars } = w;
    const channelId = await w.open(amara, lars);
    const healthy = await listen(amara, here);
    stalled = io(here.origin, {
      path: '/api/live',
      transports: ['websocket'],
      reconnection: false,
      extraHeaders: lars.headers,
    });
    await once(stalled as never, 'connect');
    // Its socket goes on existing and reads nothing more, as a phone that lost its network in a tunnel.
    (stalled.io.engine.transport as unknown as { ws: { _socket: TcpSocket } }).ws._socket.pause();
    const { sockets } = here.app.nest.get<Live, { attached: { server: Server } }>(Live).attached.server;
    const cuts = async () => (await (await fetch(`${here.origin}/metrics`)).text()).includes('reason="slow"} 1');
    let sent = 0;
    let most = 0;
    let longest = 0;
    const body = 'x'.repeat(10_000);
    while (!(await cuts()) && sent < 4_000) {
      const began = performance.now();
      await Promise.all(Array.from({ length: 25 }, () => healthy.client.call('message.send', words(channelId, body))));
      sent += 25;
      await until(
        () => bodies(healthy).length,
        (count) => count === sent,
      );
      longest = Math.max(longest, performance.now() - began);
      most = Math.max(most, ...[...sockets.sockets.values()].map(bufferedBy));
    }
    console.info(`cut after ${sent} messages of 10 kB, at most ${most} bytes waiting; slowest batch ${longest} ms`);
    expect(await cuts()).toBe(true);
    expect(most).toBeLessThanOrEqual(mostBuffered);
    expect(healthy.told.flatMap((event) => ('seq' in event ? [event.seq] : []))).toEqual(
      Array.from({ length: sent }, (_, n) => n + 1),
    );
    await until(
      () => here.app.nest.get(Live).listeners(channelId),
      (count) => count === 1,
    );
  }, 120_000);
});

describe('two nodes whose hints are all lost', () => {
  let w: Awaited<ReturnType<typeof world>>;
  beforeAll(async () => {
    w = await world(deaf);
  });
  afterAll(() => w.here.close());

  it('tell everything in order within three seconds', async () => {
    const { here, there, amara, lars } = w;
    const channelId = await w.open(amara, lars);
    const [a, b] = [await listen(amara, here), await listen(lars, there)];
    const said = ['One.', 'Two.', 'Three.'];
    for (const body of said) await a.client.call('message.send', words(channelId, body));
    const began = performance.now();
    await until(
      () => bodies(b),
      (seen) => seen.length === 3,
    );
    expect(performance.now() - began).toBeLessThan(3_000);
    expect(bodies(b)).toEqual(said);
  });

  it('tell a person what concerns them', async () => {
    const { here, there, amara, lars } = w;
    const channelId = await w.open(amara, lars);
    const [a, b] = [await listen(amara, here), await listen(lars, there)];
    await a.client.call('message.send', words(channelId, `<@${lars.personId}>, look.`));
    await until(
      () => kinds(b, 'notification.created').length,
      (count) => count === 1,
    );
  });

  it('let nobody hear what was said after they were taken out', async () => {
    const { here, there, networkId, amara, lars } = w;
    const channelId = await w.open(amara, lars);
    const coordinator = await w.member('Sigrid Holm');
    await membership(here.database, coordinator.personId, 'project_coordinator', { networkId });
    await here.database.query(`insert into channel_members (channel_id, person_id, origin) values ($1, $2, 'hand')`, [
      channelId,
      coordinator.personId,
    ]);
    const [a, b, other] = [await listen(amara, here), await listen(lars, there), await listen(amara, there)];
    await a.client.call('message.send', words(channelId, 'Before.'));
    await until(
      () => bodies(b),
      (seen) => seen.includes('Before.'),
    );
    const call = caller({ origin: here.origin, headers: coordinator.headers });
    await call('member.remove', { channelId, personId: lars.personId });
    await a.client.call('message.send', words(channelId, 'After.'));
    await until(
      () => bodies(other),
      (seen) => seen.includes('After.'),
    );
    expect(bodies(b)).not.toContain('After.');
    await until(
      () => kinds(b, 'channel.lost').length,
      (count) => count === 1,
    );
  });

  it.each([
    ['a session', 'update sessions set ended_at = now() where person_id = $1'],
    ['an account', 'update people set disabled_at = now() where id = $1'],
  ])('close the sockets of %s that ended within five seconds', async (_, sql) => {
    const { here, there } = w;
    const leaving = await w.member('Gone Soon');
    const sockets = [await listen(leaving, here), await listen(leaving, there)];
    await here.database.query(sql, [leaving.personId]);
    const began = performance.now();
    await until(
      () => sockets.map(({ client }) => client.state()),
      (states) => states.every((state) => state === 'ended'),
    );
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});

describe('who is here and who is writing', () => {
  let w: Awaited<ReturnType<typeof world>>;
  beforeAll(async () => {
    w = await world();
  });
  afterAll(() => w.here.close());

  it('is told on every node to the others in the channel, and not to whoever is writing', async () => {
    const { here, there, amara, lars } = w;
    const channelId = await w.open(amara, lars);
    const outside = await listen(await w.member('Not In It'), there);
    const [a, again, b] = [await listen(amara, here), await listen(amara, there), await listen(lars, there)];
    const { topicId } = await a.client.call('message.send', words(channelId, 'Where?'));
    const heard = (kind: HubEvent['kind'], count: number) =>
      until(
        () => kinds(b, kind).length,
        (found) => found === count,
      );
    // It is told to nobody whose line is busy.
    await heard('message.sent', 1);
    // Said again at once it is told once, and that they stopped is always told.
    for (const [told, typing] of [true, false].entries()) {
      await a.client.call('typing.set', { topicId, typing });
      await a.client.call('typing.set', { topicId, typing });
      await heard('typing.changed', told + 1);
    }
    const person = { id: amara.personId, name: 'Amara Mwansa', initials: 'AM' };
    const event = { kind: 'typing.changed', channelId, topicId, person };
    expect(kinds(b, 'typing.changed')).toEqual([
      { ...event, typing: true },
      { ...event, typing: false },
    ]);
    expect([a, again, outside].flatMap((one) => kinds(one, 'typing.changed'))).toEqual([]);
    await expect(outside.client.call('typing.set', { topicId, typing: true })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('counts people on every node, does not flicker on a reload, and tells who came and went', async () => {
    const { here, there } = w;
    const [grace, ines] = [await w.member('Grace Phiri'), await w.member('Inês Duarte')];
    const channelId = await w.open(grace, ines);
    const a = await listen(grace, here);
    const seen = () => a.client.call('presence.read', { channelId }).then(({ here: ids }) => ids.sort());
    await until(seen, (ids) => ids.join() === grace.personId);
    const b = await listen(ines, there);
    await until(seen, (ids) => ids.length === 2);
    const changes = () =>
      a.told.flatMap((event) =>
        event.kind === 'presence.changed' && event.channelId === channelId
          ? [...event.came.map((id) => ['came', id]), ...event.went.map((id) => ['went', id])]
          : [],
      );
    const about = (id: string) => changes().flatMap(([what, who]) => (who === id ? [what] : []));
    await until(
      () => about(ines.personId),
      (all) => all.length > 0,
    );
    // A reload: the page goes and comes back, here even to another node.
    b.client.close();
    const reloaded = await listen(ines, here);
    const passer = await listen(await w.member('Passing By'), here);
    passer.client.close();
    reloaded.client.close();
    await until(
      () => about(ines.personId),
      (all) => all.length > 1,
    );
    expect(about(ines.personId)).toEqual(['came', 'went']);
    expect(await seen()).toEqual([grace.personId]);
  });

  it("is nobody's business outside the channel", async () => {
    const channelId = await w.open(w.amara);
    const { client } = await listen(w.lars, w.here);
    await expect(client.call('presence.read', { channelId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
