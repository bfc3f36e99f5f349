/**
 * Puts events in front of this node's sockets. Everything for a room within one turn of the event loop leaves in one
 * frame, encoded once. A room so large that its frame takes long to write rests a while after it, so that what comes
 * meanwhile joins the next one. A reader who does not keep up is cut as soon as too much is piled up for it; the others
 * never wait.
 */
import type { HubEvent } from '@hub/contracts';
import type { Server, Socket } from 'socket.io';

/** What may wait for one socket, bytes; whoever has more waiting is cut. */
export const mostBuffered = 1024 * 1024;

/** The parts of engine.io and ws that know what has not left yet. */
interface Connection {
  writeBuffer: { data?: unknown; options?: { wsPreEncodedFrame?: Buffer[] } }[];
  transport: { writable: boolean; socket?: { bufferedAmount: number; terminate(): void } };
}

/** How long a room rests after a frame that took so long to write, ms: not at all where that was quick. */
const restAfter = (took: number): number => Math.max(0, took - 3) * 0.7;

export class Frames {
  private waiting = new Map<string, HubEvent[]>();
  private isLeaving = false;
  /** Until when rooms rest. */
  private readonly resting = new Map<string, number>();
  private rest: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly server: Server,
    private readonly onCut: () => void,
  ) {}

  add(room: string, events: readonly HubEvent[]): void {
    if (!this.isLeaving) {
      this.isLeaving = true;
      setImmediate(() => this.leave());
    }
    const waiting = this.waiting.get(room);
    if (waiting) waiting.push(...events);
    else this.waiting.set(room, [...events]);
  }

  /** Leaves at once, and not to a socket that still has something to read. */
  volatile(room: string, event: HubEvent, exceptRoom?: string): void {
    const others = exceptRoom === undefined ? this.server.to(room) : this.server.to(room).except(exceptRoom);
    others.volatile.emit('events', [event]);
  }

  cutSlow(sockets: Iterable<Socket> = this.server.of('/').sockets.values()): void {
    for (const socket of sockets) if (bufferedBy(socket) > mostBuffered) this.cut(socket);
  }

  private leave(): void {
    this.isLeaving = false;
    let now = performance.now();
    let next = Infinity;
    for (const [room, events] of this.waiting) {
      const until = this.resting.get(room) ?? 0;
      if (until > now) {
        next = Math.min(next, until);
        continue;
      }
      this.waiting.delete(room);
      const began = now;
      this.write(room, events);
      now = performance.now();
      const rest = restAfter(now - began);
      if (rest > 0) this.resting.set(room, now + rest);
      else this.resting.delete(room);
    }
    clearTimeout(this.rest);
    if (this.waiting.size > 0) this.rest = setTimeout(() => this.leave(), next - now);
  }

  private write(room: string, events: HubEvent[]): void {
    const slow = this.stillReading(room);
    this.server.to(room).emit('events', events);
    // Whoever had read everything before is given until the next look at all sockets.
    if (slow.length > 0) this.cutSlow(slow);
  }

  /** Those in a room for whom something waits already; usually nobody. */
  private stillReading(room: string): Socket[] {
    const { adapter, sockets } = this.server.of('/');
    const slow: Socket[] = [];
    for (const id of adapter.rooms.get(room) ?? []) {
      const socket = sockets.get(id);
      if (socket && !connectionOf(socket).transport.writable) slow.push(socket);
    }
    return slow;
  }

  /** A polite goodbye would queue behind what is not read. */
  private cut(socket: Socket): void {
    socket.nsp.adapter.delAll(socket.id);
    connectionOf(socket).transport.socket?.terminate();
    this.onCut();
  }
}

/** Bytes that wait for a socket in this process; 0 while it keeps up. */
export function bufferedBy(socket: Socket): number {
  const { transport, writeBuffer } = connectionOf(socket);
  if (transport.writable) return 0;
  let bytes = transport.socket?.bufferedAmount ?? 0;
  for (const { data, options } of writeBuffer) {
    if (options?.wsPreEncodedFrame) for (const part of options.wsPreEncodedFrame) bytes += part.length;
    else if (typeof data === 'string') bytes += Buffer.byteLength(data);
  }
  return bytes;
}

function connectionOf(socket: Socket): Connection {
  return socket.conn as unknown as Connection;
}
