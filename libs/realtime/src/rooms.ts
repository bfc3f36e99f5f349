/**
 * What every connected reader of a room has been told so far. Events leave in the order of their seq without a hole:
 * whoever brings an event from beyond a hole makes the room read the missing ones from Postgres first.
 */
import type { ChannelEvent, UserEvent } from '@hub/contracts';

/** Reads a room's events after a seq, in order; a page of them is enough. */
export type RoomReader = (id: string, after: number) => Promise<StoredEvent[]>;

/** An event that has its place in a log. */
export type StoredEvent = ChannelEvent | UserEvent;

export const seqOf = (event: StoredEvent): number => ('userSeq' in event ? event.userSeq : event.seq);

export class Rooms {
  private readonly heads = new Map<string, number>();
  private readonly readers = new Map<string, RoomReader>();
  private readonly catchingUp = new Map<string, { again: boolean }>();

  constructor(private readonly deliver: (room: string, events: StoredEvent[]) => void) {}

  /** Rooms are named `<kind>:<id>`; each kind has its reader. */
  servedBy(kind: string, reader: RoomReader): void {
    this.readers.set(kind, reader);
  }

  /** After hints may have been lost: every room that was told anything is brought up to date. */
  catchUpAll(): void {
    for (const room of this.heads.keys()) void this.catchUp(room);
  }

  forget(room: string): void {
    this.heads.delete(room);
  }

  advance(room: string, events: StoredEvent[]): void {
    const running = this.catchingUp.get(room);
    if (running) {
      // What is told here is committed, so the next read finds it.
      running.again = true;
      return;
    }
    const known = this.heads.get(room);
    const [first] = known === undefined ? events : events.filter((event) => seqOf(event) > known);
    if (!first) return;
    const head = known ?? seqOf(first) - 1;
    if (seqOf(first) > head + 1) void this.catchUp(room);
    else this.pass(room, events, head);
  }

  /** Reads whatever the room has not been told; one that was told nothing yet is told from after `start` on. */
  async catchUp(room: string, start?: number): Promise<void> {
    const head = this.heads.get(room) ?? start;
    const [kind = '', id = ''] = room.split(':');
    const reader = this.readers.get(kind);
    if (head === undefined || !reader || this.catchingUp.has(room)) return;
    const state = { again: false };
    this.catchingUp.set(room, state);
    try {
      do {
        state.again = false;
        const after = this.heads.get(room) ?? head;
        const events = await reader(id, after);
        this.pass(room, events, after);
        if (events.length > 0) state.again = true;
      } while (state.again);
    } catch {
      // Postgres is away: the clients' own gap check heals it.
    } finally {
      this.catchingUp.delete(room);
    }
  }

  private pass(room: string, events: StoredEvent[], head: number): void {
    const fresh = events.filter((event) => seqOf(event) > head);
    const last = fresh.at(-1);
    if (!last) return;
    this.heads.set(room, seqOf(last));
    this.deliver(room, fresh);
  }
}
