/**
 * Tells connected people what was committed: this node's sockets at once, the other nodes by a hint. Whatever a hint
 * fails to bring is found by comparing with the heads of the logs every two seconds.
 */
import type { VolatileEvent } from '@hub/contracts';
import { randomUUID } from 'node:crypto';
import type { Server } from 'socket.io';
import type { Bus } from './bus.js';
import { Frames } from './frames.js';
import { Heads } from './heads.js';
import { hintsOf, Outgoing, type Hint } from './hints.js';
import { Listeners } from './listeners.js';
import { Moves } from './moves.js';
import { Nodes } from './nodes.js';
import { Returning } from './returning.js';
import {
  channelRoom,
  idOf,
  personRoom,
  Rooms,
  sessionRoom,
  type HeadReader,
  type RoomReader,
  type StoredEvent,
} from './rooms.js';
import { Rounds, usualTiming, type Timing } from './timing.js';

/** What this node's sockets hang on to. `recheck` compares the rooms of these people with the rows. */
interface Attached {
  server: Server;
  frames: Frames;
  recheck: (personIds: string[]) => void;
}

export class Live {
  readonly timing: Timing;
  readonly nodes: Nodes;
  readonly returning: Returning;
  readonly moves = new Moves();
  private readonly me = randomUUID();
  private readonly listening = new Listeners();
  private readonly rooms: Rooms;
  private readonly heads: Heads;
  private readonly outgoing: Outgoing;
  private readonly rounds = new Rounds();
  private readonly cutListeners: ((reason: 'slow') => void)[] = [];
  private attached: Attached | undefined;

  constructor(
    private readonly bus: Bus,
    timing: Partial<Timing> = {},
  ) {
    this.timing = { ...usualTiming, ...timing };
    this.outgoing = new Outgoing(this.me, bus);
    this.nodes = new Nodes(this.me, (hint) => this.outgoing.add(hint), this.timing);
    this.rooms = new Rooms((room, events, how) => this.deliver(room, events, how), this.timing.holeMs);
    this.heads = new Heads(this.rooms, this.listening);
    this.returning = new Returning(this.rooms, this.listening);
  }

  async start(): Promise<void> {
    await this.bus.subscribe(
      (text) => this.hear(text),
      () => void this.busReturned(),
    );
    this.outgoing.add({ kind: 'who' });
    this.rounds.every(this.timing.beatMs, () => {
      if (this.attached) this.nodes.beat();
      this.nodes.forgetSilent();
    });
  }

  async stop(): Promise<void> {
    this.rounds.stop();
    if (this.attached) this.nodes.stop();
    await this.outgoing.drained();
    await this.bus.close();
  }

  /** A node without sockets (a worker) never attaches one and only publishes. */
  attach(server: Server, recheck: Attached['recheck']): void {
    const { adapter } = server.of('/');
    const frames = new Frames(server, () => this.cutListeners.forEach((listener) => listener('slow')));
    this.attached = { server, frames, recheck };
    this.listening.of(adapter);
    adapter.on('create-room', (room: string) => isOf('person', room) && this.nodes.moved(idOf(room), true));
    adapter.on('delete-room', (room: string) => {
      this.rooms.forget(room);
      if (isOf('person', room)) this.nodes.moved(idOf(room), false);
    });
    this.nodes.sayEverybody();
    this.rounds.every(this.timing.sweepMs, () => this.heads.sweep());
    this.rounds.every(this.timing.digestMs, () => this.digest());
    this.rounds.every(this.timing.slowMs, () => frames.cutSlow());
  }

  /** Told when a socket was closed for what it did, for counting. */
  onCut(listener: (reason: 'slow') => void): void {
    this.cutListeners.push(listener);
  }

  servedBy(kind: 'channel' | 'person', reader: RoomReader, atOnce?: number): void {
    this.rooms.servedBy(kind, reader, atOnce);
  }

  /** Who compares what was told with the heads of the logs. */
  comparedBy(reader: HeadReader): void {
    this.heads.readBy(reader);
  }

  /** Committed events of one room, in order. Whoever joined or left with one of them hears the room from it on, or no more. */
  emit(room: string, events: StoredEvent[]): void {
    if (events.length === 0) return;
    this.take(room, events);
    this.publish({ kind: 'events', room, events });
  }

  /** A room has committed events after this seq, up to `head` where that is known: whoever has listeners reads and tells them. */
  behind(room: string, after: number, head?: number): void {
    this.fallBehind(room, after, head);
    this.publish({ kind: 'behind', room, after, head });
  }

  /** Every socket of a person hears a channel from now on, on every node: what comes after this seq, where it is known. */
  join(personId: string, channelId: string, after?: number): void {
    this.move(personId, channelId, true);
    this.letIn(personId, channelId, after);
    this.publish({ kind: 'joined', personId, channelId, after });
  }

  /** No socket of a person hears a channel any more, on any node. */
  leave(personId: string, channelId: string): void {
    this.move(personId, channelId, false);
    this.publish({ kind: 'left', personId, channelId });
  }

  /** Closes every socket of a session, on every node. */
  endSession(sessionId: string): void {
    this.closeSession(sessionId);
    this.publish({ kind: 'ended', sessionId });
  }

  /** What is never stored and may be lost: to a channel, except to one person's sockets; `here` keeps it on this node. */
  whisper(channelId: string, event: VolatileEvent, { except, here }: { except?: string; here?: true } = {}): void {
    const hint = { kind: 'whisper', room: channelRoom(channelId), event, ...(except && { except }) } as const;
    this.whisperHere(hint);
    if (!here) this.publish(hint);
  }

  /** How many sockets of this node hear a channel. */
  listeners(channelId: string): number {
    return this.listening.count(channelRoom(channelId));
  }

  /** The channels that a person hears on this node; none of somebody who has no socket here. */
  channelsOf(personId: string): string[] {
    const [rooms = new Set<string>()] = this.listening.hearing(personRoom(personId));
    return [...rooms].flatMap((room) => (isOf('channel', room) ? [idOf(room)] : []));
  }

  /** Somebody hears these channels from now on. */
  follow(channelIds: string[]): void {
    void this.heads.open(channelIds.map(channelRoom));
  }

  /** Whoever hears a room now knows its events up to `head` from elsewhere. */
  begin(room: string, head: number): void {
    if (this.listening.any(room)) this.rooms.begin(room, head);
  }

  /** A room has listeners now and went on while rows were read. */
  catchUp(room: string): void {
    this.fallBehind(room, this.rooms.headOf(room) ?? 0);
  }

  /** Nodes that nobody else hears say nothing but that they are there. */
  private publish(hint: Hint): void {
    if (!this.nodes.alone) this.outgoing.add(hint);
  }

  private hear(text: string): void {
    const { from, hints } = hintsOf(text);
    if (from === this.me) return;
    this.nodes.heard(from);
    for (const hint of hints) this.act(from, hint);
  }

  private act(from: string, hint: Hint): void {
    switch (hint.kind) {
      case 'events':
        return this.take(hint.room, hint.events);
      case 'behind':
        return this.fallBehind(hint.room, hint.after, hint.head);
      case 'joined':
        return this.letIn(hint.personId, hint.channelId, hint.after);
      case 'left':
        return this.move(hint.personId, hint.channelId, false);
      case 'ended':
        return this.closeSession(hint.sessionId);
      case 'whisper':
        return this.whisperHere(hint);
      case 'who':
        return this.attached && this.nodes.hear(from, hint);
      case 'beat':
      case 'people':
      case 'everybody':
      case 'bye':
        return this.nodes.hear(from, hint);
    }
  }

  private take(room: string, events: StoredEvent[]): void {
    if (!this.listening.any(room)) this.open(events);
    if (this.listening.any(room)) this.rooms.advance(room, events);
    else this.miss(room);
  }

  private fallBehind(room: string, after: number, head?: number): void {
    if (this.listening.any(room)) this.rooms.behind(room, after, head);
    else this.miss(room);
  }

  /** Nobody hears this room here; somebody who is just coming in may be about to. */
  private miss(room: string): void {
    this.moves.note({ room });
  }

  /** Nobody here hears the room yet: it begins with the first who joins and has a socket here. */
  private open(events: StoredEvent[]): void {
    for (const event of events) {
      if (event.kind !== 'member.joined' || !this.listening.any(personRoom(event.person.id))) continue;
      this.letIn(event.person.id, event.channelId, event.seq - 1);
      return;
    }
  }

  /** Whoever joined long ago, by what was told here since, may have left again: then the rows decide. */
  private letIn(personId: string, channelId: string, after: number | undefined): void {
    const room = channelRoom(channelId);
    if (after === undefined || (this.rooms.headOf(room) ?? 0) > after + 1) {
      this.recheck(personId);
      return;
    }
    this.move(personId, channelId, true);
    this.begin(room, after);
  }

  /** The order of events is the version of the membership: who left is out before anything later is told. */
  private deliver(room: string, events: StoredEvent[], how: 'told' | 'read'): void {
    for (const event of events) {
      if (event.kind === 'member.left') this.move(event.personId, event.channelId, false);
      else if (event.kind !== 'member.joined') continue;
      else if (how === 'told') this.move(event.person.id, event.channelId, true);
      // Read some time later: they may have left since.
      else this.recheck(event.person.id);
    }
    this.attached?.frames.add(room, events);
  }

  private move(personId: string, channelId: string, joined: boolean): void {
    this.moves.note({ personId, channelId, joined });
    const sockets = this.attached?.server.in(personRoom(personId));
    if (joined) sockets?.socketsJoin(channelRoom(channelId));
    else sockets?.socketsLeave(channelRoom(channelId));
  }

  private recheck(personId: string): void {
    if (this.listening.any(personRoom(personId))) this.attached?.recheck([personId]);
  }

  private closeSession(sessionId: string): void {
    this.moves.note({ sessionId });
    this.attached?.server.in(sessionRoom(sessionId)).disconnectSockets(true);
  }

  private whisperHere({ room, event, except }: Extract<Hint, { kind: 'whisper' }>): void {
    if (!this.listening.any(room)) return;
    // Who is here is told like what is stored; what somebody types is worth nothing a moment later.
    if (event.kind !== 'typing.changed') this.attached?.frames.add(room, [event]);
    else this.attached?.frames.volatile(room, event, except && personRoom(except));
  }

  private async busReturned(): Promise<void> {
    this.outgoing.add({ kind: 'who' });
    if (this.attached) this.nodes.sayEverybody();
    await this.heads.sweep().catch(() => undefined);
  }

  /** A lost tail leaves no gap to notice, so the heads of rooms in which something happened lately are told again. */
  private digest(): void {
    for (const [room, seq] of this.rooms.movedSince(performance.now() - this.timing.movedMs))
      if (isOf('channel', room))
        this.attached?.frames.add(room, [{ kind: 'sync.digest', heads: [{ channelId: idOf(room), seq }] }]);
  }
}

function isOf(kind: 'channel' | 'person', room: string): boolean {
  return room.startsWith(`${kind}:`);
}
