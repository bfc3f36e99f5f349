/**
 * Puts events in front of this node's sockets. Everything for a room within one turn of the event loop leaves in one
 * frame, encoded once. A reader who does not keep up is cut as soon as too much is piled up for it; the others never wait.
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

export class Frames {
  private waiting = new Map<string, HubEvent[]>();

  constructor(
    private readonly server: Server,
    private readonly onCut: () => void,
  ) {}

  add(room: string, events: readonly HubEvent[]): void {
    if (this.waiting.size === 0) setImmediate(() => this.leave());
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
    const frames = this.waiting;
    this.waiting = new Map();
    for (const [room, events] of frames) {
      const slow = this.stillReading(room);
      this.server.to(room).emit('events', events);
      // Whoever had read everything before is given until the next look at all sockets.
      if (slow.length > 0) this.cutSlow(slow);
    }
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
