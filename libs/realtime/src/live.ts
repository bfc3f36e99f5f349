/**
 * Tells connected people what was committed: this node's sockets at once, the other nodes by a hint. Everything for a
 * room within one turn of the event loop leaves in one frame.
 */
import type { HubEvent, VolatileEvent } from '@hub/contracts';
import { randomUUID } from 'node:crypto';
import type { Server } from 'socket.io';
import { longestHint, type Bus } from './bus.js';
import { Rooms, seqOf, type RoomReader, type StoredEvent } from './rooms.js';

type Hint =
  | { kind: 'events'; room: string; events: StoredEvent[] }
  | { kind: 'behind'; room: string; after: number }
  | { kind: 'whisper'; room: string; event: VolatileEvent }
  | { kind: 'joined' | 'left'; personId: string; channelId: string }
  | { kind: 'ended'; sessionId: string };

export const channelRoom = (channelId: string) => `channel:${channelId}`;
export const personRoom = (personId: string) => `person:${personId}`;
const sessionRoom = (sessionId: string) => `session:${sessionId}`;

export class Live {
  private readonly node = randomUUID();
  private server: Server | undefined;
  private readonly rooms = new Rooms((room, events) => this.deliver(room, events));
  private readonly waiting = new Map<string, HubEvent[]>();

  constructor(private readonly bus: Bus) {}

  async start(): Promise<void> {
    await this.bus.subscribe(
      (hint) => this.hear(hint),
      () => this.rooms.catchUpAll(),
    );
  }

  async stop(): Promise<void> {
    await this.bus.close();
  }

  /** A node without sockets (a worker) never attaches one and only publishes. */
  attach(server: Server): void {
    this.server = server;
    server.of('/').adapter.on('delete-room', (room: string) => this.rooms.forget(room));
  }

  servedBy(kind: 'channel' | 'person', reader: RoomReader): void {
    this.rooms.servedBy(kind, reader);
  }

  /** Committed events of one room, in order. */
  emit(room: string, events: StoredEvent[]): void {
    if (events.length === 0) return;
    if (this.hasListeners(room)) this.rooms.advance(room, events);
    this.publish({ kind: 'events', room, events });
  }

  /** A room has committed events after this seq: every node with listeners in it reads and tells them. */
  behind(room: string, after: number): void {
    if (this.hasListeners(room)) void this.rooms.catchUp(room, after);
    this.publish({ kind: 'behind', room, after });
  }

  /** Tells a room what is not stored: whoever misses it misses it. */
  whisper(room: string, event: VolatileEvent): void {
    this.deliver(room, [event]);
    this.publish({ kind: 'whisper', room, event });
  }

  /** Every socket of a person hears a channel from now on, on every node. */
  join(personId: string, channelId: string): void {
    this.move({ kind: 'joined', personId, channelId });
    this.publish({ kind: 'joined', personId, channelId });
  }

  /** No socket of a person hears a channel any more, on any node. */
  leave(personId: string, channelId: string): void {
    this.move({ kind: 'left', personId, channelId });
    this.publish({ kind: 'left', personId, channelId });
  }

  /** Closes every socket of a session, on every node. */
  endSession(sessionId: string): void {
    this.closeSession(sessionId);
    this.publish({ kind: 'ended', sessionId });
  }

  private publish(hint: Hint): void {
    const text = JSON.stringify({ from: this.node, ...hint });
    const fits = Buffer.byteLength(text) <= longestHint;
    if (fits || hint.kind !== 'events') void this.bus.publish(text);
    else this.publish({ kind: 'behind', room: hint.room, after: Math.min(...hint.events.map(seqOf)) - 1 });
  }

  private hear(text: string): void {
    const hint = this.server && hintOf(text);
    if (!hint || hint.from === this.node) return;
    switch (hint.kind) {
      case 'events':
        if (this.hasListeners(hint.room)) this.rooms.advance(hint.room, hint.events);
        return;
      case 'behind':
        if (this.hasListeners(hint.room)) void this.rooms.catchUp(hint.room, hint.after);
        return;
      case 'whisper':
        this.deliver(hint.room, [hint.event]);
        return;
      case 'joined':
      case 'left':
        this.move(hint);
        return;
      case 'ended':
        this.closeSession(hint.sessionId);
    }
  }

  private move({ kind, personId, channelId }: Extract<Hint, { kind: 'joined' | 'left' }>): void {
    const sockets = this.server?.in(personRoom(personId));
    if (kind === 'joined') sockets?.socketsJoin(channelRoom(channelId));
    else sockets?.socketsLeave(channelRoom(channelId));
  }

  private closeSession(sessionId: string): void {
    this.server?.in(sessionRoom(sessionId)).disconnectSockets(true);
  }

  /** How many sockets of this node hear a channel. */
  listeners(channelId: string): number {
    return this.server?.of('/').adapter.rooms.get(channelRoom(channelId))?.size ?? 0;
  }

  private hasListeners(room: string): boolean {
    return this.server?.of('/').adapter.rooms.has(room) ?? false;
  }

  private deliver(room: string, events: HubEvent[]): void {
    const waiting = this.waiting.get(room);
    if (waiting) {
      waiting.push(...events);
      return;
    }
    this.waiting.set(room, [...events]);
    setImmediate(() => {
      this.server?.to(room).emit('events', this.waiting.get(room));
      this.waiting.delete(room);
    });
  }
}

/** Whatever else is said on the bus is not for this hub. */
function hintOf(text: string): (Hint & { from: string }) | undefined {
  try {
    const hint = JSON.parse(text) as (Hint & { from: string }) | null;
    if (typeof hint?.from !== 'string') return undefined;
    if (hint.kind === 'ended' || hint.kind === 'joined' || hint.kind === 'left') return hint;
    const whole =
      'room' in hint && typeof hint.room === 'string' && (hint.kind !== 'events' || Array.isArray(hint.events));
    return whole ? hint : undefined;
  } catch {
    return undefined;
  }
}

/** The rooms a socket enters before it counts as connected. */
export function roomsOf(admission: { personId: string; sessionId: string; channelIds: string[] }): string[] {
  return [personRoom(admission.personId), sessionRoom(admission.sessionId), ...admission.channelIds.map(channelRoom)];
}
