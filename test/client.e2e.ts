/** The client on lines that lack something: websockets, a socket that stays, or the session it began with. */
import type { HubOptions } from '@hub/client';
import { caller, Hub, type Call } from '@hub/client';
import type { HubEvent } from '@hub/contracts';
import { Live } from '@hub/realtime';
import { channel, hub, membership, network, person, until, type SignedIn, type TestHub } from '@hub/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { createServer, request, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import type { Server as SocketServer } from 'socket.io';
import { v7 as uuidv7 } from 'uuid';

/** Between a client and the hub: passes HTTP on, and treats requests for a websocket as it is told. */
class Proxy {
  websockets: 'passed' | 'refused' | 'unanswered' = 'passed';
  private readonly server: Server;
  private readonly sockets = new Set<Socket>();

  constructor(port: number) {
    const host = '127.0.0.1';
    this.server = createServer((incoming, outgoing) => {
      const { method, url: path, headers } = incoming;
      const onward = request({ host, port, method, path, headers }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      });
      onward.on('error', () => outgoing.destroy());
      incoming.pipe(onward);
    });
    this.server.on('upgrade', (incoming, socket) => {
      this.sockets.add(socket as Socket);
      socket.on('error', () => socket.destroy());
      if (this.websockets === 'refused') socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      if (this.websockets !== 'passed') return;
      const onward = connect({ host, port }, () => {
        const headers = Object.entries(incoming.headers).map(([name, value]) => `${name}: ${String(value)}`);
        onward.write([`GET ${incoming.url} HTTP/1.1`, ...headers, '', ''].join('\r\n'));
        onward.pipe(socket).pipe(onward);
      });
      onward.on('error', () => socket.destroy());
      socket.on('close', () => onward.destroy());
    });
  }

  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Every websocket breaks. */
  break(): void {
    for (const socket of this.sockets) socket.destroy();
    this.sockets.clear();
  }

  async close(): Promise<void> {
    this.break();
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

let here: TestHub;
let networkId: string;
let amara: SignedIn;
let lars: SignedIn;
let channelId: string;
let proxy: Proxy;
let clients: Hub[];

beforeAll(async () => {
  here = await hub();
  networkId = await network(here.database);
  [amara, lars] = (await Promise.all(['Amara Mwansa', 'Lars Ek'].map(member))) as [SignedIn, SignedIn];
});
afterAll(() => here.close());

beforeEach(async () => {
  clients = [];
  proxy = new Proxy(here.app.port);
  await proxy.open();
  channelId = await channel(here.database, { networkId, members: [amara.personId, lars.personId] });
});
afterEach(async () => {
  for (const client of clients) client.close();
  await proxy.close();
});

async function member(name: string): Promise<SignedIn> {
  const personId = await person(here.database, name);
  await membership(here.database, personId, 'expert', { networkId });
  return here.signIn(personId);
}

/** A client behind the proxy that follows the channel, and the bodies it is told. */
function behindProxy(who: SignedIn, options: Partial<HubOptions> = {}): { client: Hub; told: string[] } {
  const headers = { ...who.headers, origin: proxy.origin };
  const client = new Hub({ origin: proxy.origin, headers, personId: who.personId, ...options });
  const told: string[] = [];
  client.onEvents((events: HubEvent[]) =>
    told.push(...events.flatMap((event) => (event.kind === 'message.sent' ? [event.message.body] : []))),
  );
  client.follow(channelId, 0);
  clients.push(client);
  client.connect();
  return { client, told };
}

async function online(client: Hub, transport: 'socket' | 'polling'): Promise<void> {
  await until(
    () => `${client.state()} ${client.transport()}`,
    (seen) => seen === `online ${transport}`,
  );
}

const say = (body: string) => ({ channelId, topicTitle: 'Pumps', body });
const sends = (client: Hub, body: string) => client.outbox.add(say(body));
const emptied = (client: Hub) =>
  until(
    () => client.outbox.leaving(),
    (left) => left === 0,
  );
const hearing = (told: string[], ...bodies: string[]) =>
  until(
    () => told,
    (seen) => bodies.every((one) => seen.includes(one)),
  );

describe('whoever listens', () => {
  it('hears of what happened though another listener fails, whose failure is reported', async () => {
    const failures: unknown[] = [];
    const later = globalThis.queueMicrotask;
    const reported = jest.spyOn(globalThis, 'queueMicrotask').mockImplementation((task) =>
      later(() => {
        try {
          task();
        } catch (error) {
          failures.push(error);
        }
      }),
    );
    const { client } = behindProxy(amara);
    client.onEvents(() => {
      throw new Error('This page cannot cope.');
    });
    const told: string[] = [];
    client.onEvents((events) => told.push(...events.map(({ kind }) => kind)));
    await online(client, 'socket');
    await sends(client, 'Heard by the others');
    await until(
      () => told,
      (seen) => seen.includes('message.sent'),
    );
    await until(
      () => failures,
      (seen) => seen.some((one) => one instanceof Error && one.message === 'This page cannot cope.'),
    );
    reported.mockRestore();
  });
});

describe('where websockets are blocked', () => {
  it('sends over HTTP, is told what happened, and takes the socket when it is to be had again', async () => {
    proxy.websockets = 'refused';
    const { client, told } = behindProxy(amara);
    await sends(client, 'Written before there was any way');
    await online(client, 'polling');
    await hearing(told, 'Written before there was any way');
    const other = here.client(lars);
    await until(other.state, (state) => state === 'online');
    await sends(other, 'Heard by asking');
    await hearing(told, 'Heard by asking');
    await sends(client, 'Told at once after it is sent');
    await emptied(client);
    await hearing(told, 'Told at once after it is sent');
    proxy.websockets = 'passed';
    client.wake();
    await online(client, 'socket');
    await sends(other, 'Over the socket');
    await hearing(told, 'Over the socket');
    expect(told).toEqual([
      'Written before there was any way',
      'Heard by asking',
      'Told at once after it is sent',
      'Over the socket',
    ]);
  });

  it('does not wait for ever for an answer to its wish for one', async () => {
    proxy.websockets = 'unanswered';
    const { client, told } = behindProxy(amara);
    await sends(client, 'By another way');
    await online(client, 'polling');
    await hearing(told, 'By another way');
  });

  it('ends when the session does', async () => {
    proxy.websockets = 'refused';
    const own = await member('Soon Gone');
    const { client } = behindProxy(own);
    await online(client, 'polling');
    await client.call('session.end', {});
    await until(client.state, (state) => state === 'ended');
  });
});

describe('a socket that is closed', () => {
  it.each([
    ['on the way', async () => proxy.break()],
    // As one is whose reader is too slow.
    [
      'by the hub',
      async () => (here.app.nest.get(Live)['attached'] as { server: SocketServer }).server.disconnectSockets(true),
    ],
  ])('%s is opened again, and what was missed is told', async (_, close) => {
    const { client, told } = behindProxy(amara);
    await online(client, 'socket');
    const states: string[] = [];
    client.onState(() => states.push(client.state()));
    await close();
    await until(
      () => states,
      (seen) => seen.includes('offline'),
    );
    await here.client(lars).call('message.send', { ...say('Meanwhile'), clientId: crypto.randomUUID() });
    await hearing(told, 'Meanwhile');
    await online(client, 'socket');
    expect(states).not.toContain('ended');
  });
});

describe("a session that has become somebody else's", () => {
  it.each(['refused', 'passed'] as const)(
    'sends nothing of who wrote before, with websockets %s',
    async (websockets) => {
      const headers = { ...amara.headers, origin: proxy.origin };
      const { client } = behindProxy(amara, { headers });
      await online(client, 'socket');
      proxy.websockets = 'refused';
      proxy.break();
      await until(client.state, (state) => state === 'offline');
      await sends(client, "Amara's words");
      headers.cookie = lars.headers.cookie;
      proxy.websockets = websockets;
      await until(client.state, (state) => state === 'ended');
      expect(client.outbox.leaving()).toBe(1);
      expect(await here.database.query('select id from messages where channel_id = $1', [channelId])).toEqual([]);
    },
  );

  it('hears nothing and sends nothing where that was so before the first connection', async () => {
    const { client, told } = behindProxy(amara, { headers: { ...lars.headers, origin: proxy.origin } });
    await sends(client, "Amara's words");
    await until(client.state, (state) => state === 'ended');
    expect(client.outbox.leaving()).toBe(1);
    expect(told).toEqual([]);
    expect(await here.database.query('select id from messages where channel_id = $1', [channelId])).toEqual([]);
  });
});

describe('what was loaded before the connection stood', () => {
  it('is brought up to date by events, of the person and of channels nobody has opened', async () => {
    const own = await channel(here.database, { networkId, members: [amara.personId, lars.personId], slug: 'own' });
    const announcements = await channel(here.database, { networkId, members: [amara.personId], kind: 'announcements' });
    const [hers, his] = [amara, lars].map(({ headers }) => caller({ origin: here.origin, headers })) as [Call, Call];
    const { since } = await hers('session.read', {});
    expect(since?.streams).toEqual([{ channelId: announcements, seq: 0 }]);
    const { channels } = await hers('unread.list', {});
    await hers('channel.mute', { channelId: own, muted: true });
    await his('message.send', { clientId: uuidv7(), channelId: own, topicTitle: 'Pumps', body: 'Between the two' });
    const { client } = behindProxy(amara, { since });
    const heard: HubEvent[] = [];
    client.onEvents((events) => heard.push(...events));
    for (const { id, lastSeq } of channels) client.follow(id, lastSeq);
    await online(client, 'socket');
    await until(
      () => heard.map(({ kind }) => kind),
      (kinds) => kinds.includes('channel.muted') && kinds.includes('message.sent'),
    );
  });
});
