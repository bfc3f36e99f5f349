/** Who hears what on this node, as socket.io's rooms know it. Nobody, as long as no sockets are served. */
import type { Server } from 'socket.io';

type Adapter = ReturnType<Server['of']>['adapter'];

export class Listeners {
  private adapter: Pick<Adapter, 'rooms' | 'sids'> = { rooms: new Map(), sids: new Map() };

  of(adapter: Adapter): void {
    this.adapter = adapter;
  }

  /** How many sockets hear a room. */
  count(room: string): number {
    return this.adapter.rooms.get(room)?.size ?? 0;
  }

  any(room: string): boolean {
    return this.count(room) > 0;
  }

  rooms(): Iterable<string> {
    return this.adapter.rooms.keys();
  }

  /** What each of the sockets in a room hears. */
  hearing(room: string): ReadonlySet<string>[] {
    const sockets = [...(this.adapter.rooms.get(room) ?? [])];
    return sockets.flatMap((socketId) => this.adapter.sids.get(socketId) ?? []);
  }
}
