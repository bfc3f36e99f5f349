/** Whom a room tells what, over real sockets: a log that both nodes read, and a bus that can be deaf. */
import { Failure, type ChannelEvent, type HubEvent } from '@hub/contracts';
import { afterEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { io } from 'socket.io-client';
import { until } from '../../testing/src/until.js';
import type { Bus } from './bus.js';
import { Doorkeeper, type Admission } from './doorkeeper.js';
import { LiveGateway } from './handshake.js';
import { channelRoom, Live, personRoom } from './live.js';
import type { Timing } from './timing.js';

/** Everything said on it is heard by everybody, as long as it is not deaf. */
class Line {
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
class Rows extends Doorkeeper {
  readonly log: ChannelEvent[] = [];
  readonly members = new Set<string>();
  /** Held back, an answer is as old as the question. */
  held: Promise<void> | undefined;
  waiting = 0;
  mark = 0;

  async seen(): Promise<void> {}

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
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

async function node(rows: Rows, line = new Line(), timing: Partial<Timing> = {}) {
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

async function pair(timing: Partial<Timing> = {}) {
  const [rows, line] = [new Rows(), new Line()];
  rows.joined('amara');
  rows.joined('lars');
  const [a, b] = [await node(rows, line, timing), await node(rows, line, timing)];
  await until(() => a.live.nodes.alone || b.live.nodes.alone, (alone) => !alone); // prettier-ignore
  return { rows, line, a, b };
}

describe('whoever leaves', () => {
  it('hears nothing from then on, not even what was said in the same turn', async () => {
    const { rows, a } = await pair();
    const [amara, lars] = [await a.online('amara'), await a.online('lars')];
    a.emit(rows.said());
    await lars.hears(3);
    a.emit(rows.said(), rows.left('lars'), rows.said());
    a.emit(rows.said());
    await amara.hears(3, 4, 5, 6, 7);
    expect(lars.seqs()).toEqual([3]);
  });

  it('hears nothing later on another node, in whatever order the hints come there and without one that says so', async () => {
    const { rows, a, b } = await pair();
    const [amara, lars] = [await b.online('amara'), await b.online('lars')];
    const [said, left, after] = [rows.said(), rows.left('lars'), rows.said()];
    for (const event of [after, left, said]) {
      a.emit(event);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await amara.hears(3, 4, 5);
    expect(lars.seqs()).not.toContain(5);
    expect(b.live.listeners('c')).toBe(1);
  });

  it('is not put back by rows that were read before', async () => {
    const { rows, a } = await pair({ reviewMs: 5 });
    const [amara, lars] = [await a.online('amara'), await a.online('lars')];
    let release: () => void = () => undefined;
    rows.held = new Promise((resolve) => (release = resolve));
    const late = a.connect('lars');
    rows.mark++;
    // The handshake and the review of both sockets have read their rows and wait.
    await until(
      () => rows.waiting,
      (count) => count === 3,
    );
    a.emit(rows.left('lars'));
    rows.held = undefined;
    release();
    await once(late.socket as never, 'connect');
    a.emit(rows.said());
    await amara.hears(3, 4);
    expect([...lars.seqs(), ...late.seqs()]).toEqual([]);
  });
});

describe('whoever joins', () => {
  it('hears from then on, on every node, also where nobody heard the channel before', async () => {
    const { rows, a, b } = await pair();
    const [grace, amara] = [await b.online('grace'), await a.online('amara')];
    a.emit(rows.said());
    a.emit(rows.joined('grace'));
    a.emit(rows.said());
    await amara.hears(3, 4, 5);
    await grace.hears(4, 5);
  });

  it('hears what comes after their joining, also where the hint of it comes later', async () => {
    const { rows, a, b } = await pair();
    const grace = await b.online('grace');
    a.live.behind(channelRoom('c'), 2, rows.joined('grace').seq);
    const said = rows.said();
    a.live.join('grace', 'c', 2);
    await grace.hears(3, 4);
    a.emit(said, rows.said());
    await grace.hears(3, 4, 5);
  });

  it('and left again is not let in by a hint of their joining that comes last', async () => {
    const { rows, a, b } = await pair();
    const [amara, grace] = [await b.online('amara'), await b.online('grace')];
    const events = [rows.joined('grace'), rows.left('grace')];
    a.emit(...events);
    await amara.hears(3, 4);
    a.live.join('grace', 'c', 2);
    a.emit(rows.said());
    await amara.hears(3, 4, 5);
    expect(grace.seqs()).not.toContain(5);
  });

  it('hears also when no event says so', async () => {
    const { rows, a, b } = await pair();
    const grace = await b.online('grace');
    rows.members.add('grace');
    a.live.join('grace', 'c');
    await until(() => b.live.listeners('c'), (count) => count === 1); // prettier-ignore
    a.emit(rows.said());
    await grace.hears(3);
  });
});

describe('whoever comes back', () => {
  const at = (seq: number, subjectId?: string) => ({ channelId: 'c', seq, subjectId });

  it('missed nothing only where they hear the channel and stand exactly at its end', async () => {
    const { rows, a } = await pair();
    await a.online('lars');
    const missed = (place: ReturnType<typeof at>, person = 'lars') => a.live.uncertain(person, [place]).length > 0;
    await until(() => missed(at(2)), (uncertain) => !uncertain); // prettier-ignore
    expect([missed(at(1)), missed(at(3)), missed(at(2), 'amara'), missed({ ...at(2), channelId: 'd' })]).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect([a.live.toldTo('lars'), a.live.toldTo('amara')]).toEqual([0, undefined]);
    a.emit(rows.said());
    expect([missed(at(2)), missed(at(3))]).toEqual([true, false]);
    a.live.leave('lars', 'c');
    expect(missed(at(3))).toBe(true);
  });

  it('is of another history where the last event was about something else, or nobody knows about what', async () => {
    const { rows, a } = await pair();
    await a.online('lars');
    const uncertain = (place: ReturnType<typeof at>) => a.live.uncertain('lars', [place]).length > 0;
    await until(() => uncertain(at(2)), (yes) => !yes); // prettier-ignore
    expect(uncertain(at(2, 'lars'))).toBe(true);
    a.live.learn(at(1, 'lars'));
    expect(uncertain(at(2, 'lars'))).toBe(true);
    a.live.learn(at(2, 'lars'));
    expect([uncertain(at(2, 'lars')), uncertain(at(2, 'grace'))]).toEqual([false, true]);
    a.emit(rows.left('amara'));
    expect([uncertain(at(3, 'amara')), uncertain(at(3, 'lars'))]).toEqual([false, true]);
  });

  it('is told what concerns them and happened while they were let in', async () => {
    const { rows, a } = await pair({ sweepMs: 60_000 });
    const own = { kind: 'channel.muted', userSeq: 1, channelId: 'c', muted: true } as const;
    a.live.servedBy('person', async (_, after) => (after < 1 ? [own] : []));
    let release: () => void = () => undefined;
    rows.held = new Promise((resolve) => (release = resolve));
    const lars = a.connect('lars');
    await until(() => rows.waiting, (count) => count === 1); // prettier-ignore
    a.live.emit(personRoom('lars'), [own]);
    release();
    await until(() => lars.told, (told) => told.length === 1); // prettier-ignore
    expect(lars.told).toEqual([own]);
    expect(a.live.toldTo('lars')).toBe(1);
  });
});

describe('a node that hears no hints', () => {
  it('tells everything in order by its sweep, and lets nobody hear what came after they left', async () => {
    const { rows, line, a, b } = await pair({ sweepMs: 20 });
    const [amara, lars] = [await b.online('amara'), await b.online('lars')];
    line.deaf = true;
    a.emit(rows.said());
    a.emit(rows.left('lars'));
    a.live.leave('lars', 'c');
    a.emit(rows.said());
    await amara.hears(3, 4, 5);
    expect(lars.seqs()).not.toContain(5);
    line.deaf = false;
    a.emit(rows.said());
    await amara.hears(3, 4, 5, 6);
  });

  it('tells also the first events of a channel whose listeners came before them', async () => {
    const { rows, line, a, b } = await pair({ sweepMs: 20 });
    line.deaf = true;
    const amara = await b.online('amara');
    a.emit(rows.said(), rows.said());
    await amara.hears(3, 4);
  });
});

it('tells the heads of rooms in which something happened lately', async () => {
  const { rows, a } = await pair({ digestMs: 30, movedMs: 100 });
  const amara = await a.online('amara');
  const digests = () => amara.told.filter(({ kind }) => kind === 'sync.digest');
  a.emit(rows.said());
  await amara.hears(3);
  await until(() => digests().length, (n) => n >= 2); // prettier-ignore
  expect(digests()[0]).toEqual({ kind: 'sync.digest', heads: [{ channelId: 'c', seq: 3 }] });
});

it('tells what is volatile on every node, and not to whom it comes from', async () => {
  const { a, b } = await pair();
  const [amara, lars] = [await a.online('amara'), await b.online('lars')];
  const typing = { kind: 'typing.changed', channelId: 'c', topicId: 't', person: { id: 'amara' }, typing: true };
  const other = { ...typing, person: { id: 'lars' } };
  a.live.whisper('c', typing as never, { except: 'amara' });
  b.live.whisper('c', other as never, { except: 'lars' });
  await until(() => [...amara.told, ...lars.told], (told) => told.length === 2); // prettier-ignore
  expect([amara.told, lars.told]).toEqual([[other], [typing]]);
});
