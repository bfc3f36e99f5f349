/** Nodes of the hub's live part alone, over real sockets: a log that all of them read, and a bus that can be deaf. */
import { Failure, type ChannelEvent, type HubEvent } from '@hub/contracts';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { io } from 'socket.io-client';
import type { Bus } from '../../realtime/src/bus.js';
import { Doorkeeper, type Admission } from '../../realtime/src/doorkeeper.js';
import { LiveGateway } from '../../realtime/src/handshake.js';
import { Live } from '../../realtime/src/live.js';
import { channelRoom } from '../../realtime/src/rooms.js';
import type { Timing } from '../../realtime/src/timing.js';
import { until } from './until.js';

/** Everything said on it is heard by everybody, as long as it is not deaf. */
export class Line {
  deaf = false;
  private readonly listeners: ((text: string) => void)[] = [];

  bus(): Bus {
    return {
      longest: 7_900,
      publish: async (texts) => {
        if (!this.deaf) for (const text of texts) for (const listener of this.listeners) listener(text);
      },
      subscribe: async (listener) => void this.listeners.push(listener),
      close: async () => undefined,
    };
  }
}

/** What is stored: the events of channel `c` and who is in it. */
export class Rows extends Doorkeeper {
  readonly log: ChannelEvent[] = [];
  readonly members = new Set<string>();
  /** Held back, an answer is as old as the question. */
  held: Promise<void> | undefined;
  waiting = 0;
  mark = 0;

  /** What was told of sessions in use, each time. */
  readonly used: string[][] = [];
  away = false;

  async seen(sessionIds: string[]): Promise<void> {
    this.used.push(sessionIds);
    if (this.away) throw new Error('away');
  }

  async admit({ headers }: IncomingMessage): Promise<Admission> {
    return this.admission(String(headers['person']));
  }

  async readmit(sessionIds: string[]): Promise<Admission[]> {
    return Promise.all(sessionIds.map((personId) => this.admission(personId)));
  }

  async standing(): Promise<{ ended: string[]; mark: string }> {
    return { ended: [], mark: String(this.mark) };
  }

  private async admission(personId: string): Promise<Admission> {
    const channelIds = this.members.has(personId) ? ['c'] : [];
    this.waiting++;
    await this.held;
    this.waiting--;
    if (personId === '') throw new Failure('UNAUTHENTICATED', 'Sign in first.');
    return { personId, sessionId: personId, head: 0, channelIds, actor: {} };
  }

  get head(): number {
    return this.log.length;
  }

  joined(id: string): ChannelEvent {
    this.members.add(id);
    return this.event({ kind: 'member.joined', person: { id } });
  }

  left(personId: string): ChannelEvent {
    this.members.delete(personId);
    return this.event({ kind: 'member.left', personId });
  }

  said(): ChannelEvent {
    return this.event({ kind: 'message.sent' });
  }

  private event(what: object): ChannelEvent {
    const event = { ...what, channelId: 'c', seq: this.head + 1 } as ChannelEvent;
    this.log.push(event);
    return event;
  }
}

const closing: (() => unknown)[] = [];
export async function closeAll(): Promise<void> {
  for (const close of closing.splice(0).toReversed()) await close();
}

export async function node(rows: Rows, line = new Line(), timing: Partial<Timing> = {}) {
  const live = new Live(line.bus(), timing);
  live.servedBy('channel', async (_, after) => rows.log.slice(after, after + 50));
  live.comparedBy(async (channels) =>
    channels.flatMap(({ id, head }) => (rows.head > head ? [{ room: channelRoom(id), head: rows.head }] : [])),
  );
  await live.start();
  const http = createServer().listen(0, '127.0.0.1');
  await once(http, 'listening');
  const server = new Server(http, { transports: ['websocket'] });
  const gateway = new LiveGateway(live, rows, { answer: async () => ({ ok: true, data: {} }) });
  gateway.afterInit(server);
  closing.push(async () => {
    gateway.onModuleDestroy();
    await server.close();
    await live.stop();
  });
  const { port } = http.address() as AddressInfo;
  const connect = (person: string) => {
    const told: HubEvent[] = [];
    const socket = io(`http://127.0.0.1:${port}`, {
      transports: ['websocket'],
      forceNew: true,
      extraHeaders: { person },
    });
    socket.on('events', (events: HubEvent[]) => told.push(...events));
    closing.push(() => socket.close());
    const seqs = () => told.flatMap((event) => ('seq' in event ? [event.seq] : []));
    return { told, seqs, hears: (...all: number[]) => until(seqs, (now) => now.join() === all.join()), socket };
  };
  const online = async (person: string) => {
    const client = connect(person);
    await once(client.socket as never, 'connect');
    return client;
  };
  const emit = (...events: ChannelEvent[]) => live.emit(channelRoom('c'), events);
  return { live, connect, online, emit };
}

export async function pair(timing: Partial<Timing> = {}) {
  const [rows, line] = [new Rows(), new Line()];
  rows.joined('amara');
  rows.joined('lars');
  const [a, b] = [await node(rows, line, timing), await node(rows, line, timing)];
  await until(() => a.live.nodes.alone || b.live.nodes.alone, (alone) => !alone); // prettier-ignore
  return { rows, line, a, b };
}
