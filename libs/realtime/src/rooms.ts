/**
 * What every connected reader of a room has been told so far. Events leave in the order of their seq without a hole:
 * what comes from beyond a hole waits until the missing ones came too, or were read from Postgres.
 */
import { subjectOf, type ChannelEvent, type UserEvent } from '@hub/contracts';
import { usualTiming } from './timing.js';

/** An event that has its place in a log. */
export type StoredEvent = ChannelEvent | UserEvent;

/** Reads a room's events after a seq, in order: a page of them, and none only where there are none. */
export type RoomReader = (id: string, after: number) => Promise<StoredEvent[]>;

/** How far a room has been told here; -1 where that is not known. */
export interface Told {
  id: string;
  head: number;
}

/** Of these rooms those whose logs reach further than they were told, with where they end; in one query. */
export type HeadReader = (channels: Told[], people: Told[]) => Promise<{ room: string; head: number }[]>;

/** `read` when the events were read from the log some time after they happened. */
type Deliver = (room: string, events: StoredEvent[], how: 'told' | 'read') => void;

interface Room {
  head: number;
  /** What the event at the head is about, where that is known. */
  subjectId?: string;
  /** When the head last moved here. */
  movedAt: number;
  /** Events from beyond a hole. */
  ahead: StoredEvent[];
  reading: boolean;
  /** A hole is given a moment to close by itself. */
  waiting: boolean;
  /** How far the log is known to reach; Infinity when it must be read to its end. */
  goal: number;
  /** Counts what asked to read to the end, so that a read that began before is not taken for the answer. */
  asked: number;
}

/** More from beyond a hole than this is read again rather than kept. */
const mostAhead = 500;

export const seqOf = (event: StoredEvent): number => ('userSeq' in event ? event.userSeq : event.seq);

export const channelRoom = (channelId: string) => `channel:${channelId}`;
export const personRoom = (personId: string) => `person:${personId}`;
export const sessionRoom = (sessionId: string) => `session:${sessionId}`;

export const idOf = (room: string): string => room.slice(room.indexOf(':') + 1);

/** A kind's reader, and how many of its rooms are being read or wait for their turn. */
interface Reading {
  read: RoomReader;
  atOnce: number;
  now: number;
  waiting: (() => void)[];
}

export class Rooms {
  private readonly rooms = new Map<string, Room>();
  private readonly readings = new Map<string, Reading>();

  constructor(
    private readonly deliver: Deliver,
    private readonly holeMs = usualTiming.holeMs,
  ) {}

  /**
   * Rooms are named `<kind>:<id>`; each kind has its reader. So many of a kind are read at the same time: what is told to
   * a thousand people at once shall not keep those waiting who ask for something.
   */
  servedBy(kind: string, read: RoomReader, atOnce = 2): void {
    this.readings.set(kind, { read, atOnce, now: 0, waiting: [] });
  }

  headOf(room: string): number | undefined {
    return this.rooms.get(room)?.head;
  }

  /** Whether a room was told exactly up to this event; without a subject, up to whatever has this seq. */
  endsAt(room: string, seq: number, subjectId?: string): boolean {
    const known = this.rooms.get(room);
    return known?.head === seq && (subjectId === undefined || known.subjectId === subjectId);
  }

  /** The event at this seq is about this. */
  learn(room: string, seq: number, subjectId: string): void {
    const known = this.rooms.get(room);
    if (known?.head === seq) known.subjectId = subjectId;
  }

  /** Whoever listens from now on knows everything up to `head`. A room that is told already goes on where it is. */
  begin(room: string, head: number): void {
    this.known(room, head);
  }

  forget(room: string): void {
    this.rooms.delete(room);
  }

  advance(room: string, events: StoredEvent[]): void {
    const [first] = events;
    if (!first) return;
    const known = this.known(room, seqOf(first) - 1);
    if (known.ahead.length < mostAhead) known.ahead.push(...events);
    known.goal = Math.max(known.goal, ...events.map(seqOf));
    this.flow(room, known);
  }

  /** The log has events after this seq, up to `head`, or to an end that is not known. */
  behind(room: string, after: number, head = Infinity): void {
    const known = this.known(room, after);
    known.goal = Math.max(known.goal, head);
    known.asked++;
    void this.read(room, known);
  }

  /** The log reaches to `head`. What is on its way may still close the gap. */
  expect(room: string, head: number): void {
    const known = this.known(room, head);
    known.goal = Math.max(known.goal, head);
    this.flow(room, known);
  }

  /** Rooms whose head moved since then, by this process's clock. */
  movedSince(time: number): [room: string, head: number][] {
    return [...this.rooms].flatMap(([room, { head, movedAt }]) => (movedAt >= time ? [[room, head]] : []));
  }

  private known(room: string, head: number): Room {
    let known = this.rooms.get(room);
    if (!known) {
      known = { head, movedAt: 0, ahead: [], reading: false, waiting: false, goal: head, asked: 0 };
      this.rooms.set(room, known);
    }
    return known;
  }

  private flow(name: string, room: Room): void {
    this.pass(name, room, inOrder(room), 'told');
    if (room.goal <= room.head || room.reading || room.waiting) return;
    room.waiting = true;
    const { head } = room;
    setTimeout(() => {
      room.waiting = false;
      if (room.head === head) void this.read(name, room);
      else this.flow(name, room);
    }, this.holeMs).unref();
  }

  private async read(name: string, room: Room): Promise<void> {
    const reading = this.readings.get(name.slice(0, name.indexOf(':')));
    if (!reading || room.reading) return;
    room.reading = true;
    if (++reading.now > reading.atOnce) await new Promise<void>((resolve) => reading.waiting.push(resolve));
    try {
      while (room.head < room.goal) {
        const { asked } = room;
        const events = await reading.read(idOf(name), room.head);
        if (this.rooms.get(name) !== room) return;
        if (events.length > 0) this.pass(name, room, news(room, events), 'read');
        // A log may leave out numbers for good; one that ends here has nothing more up to the goal.
        else if (room.goal !== Infinity) Object.assign(room, { head: room.goal, subjectId: undefined });
        else if (room.asked === asked) room.goal = room.head;
        this.pass(name, room, inOrder(room), 'told');
      }
    } catch {
      // Postgres is away: nothing beyond the hole is told until a later round has read it.
    } finally {
      room.reading = false;
      reading.now--;
      reading.waiting.shift()?.();
    }
  }

  private pass(name: string, room: Room, events: StoredEvent[], how: 'told' | 'read'): void {
    if (events.length === 0) return;
    room.movedAt = performance.now();
    this.deliver(name, events, how);
  }
}

/** The head moves to this event. */
function reach(room: Room, event: StoredEvent): void {
  room.head = seqOf(event);
  room.subjectId = 'userSeq' in event ? undefined : subjectOf(event);
}

/** Takes what follows the head without a hole, and moves the head. */
function inOrder(room: Room): StoredEvent[] {
  const ready: StoredEvent[] = [];
  room.ahead.sort((a, b) => seqOf(a) - seqOf(b));
  let taken = 0;
  for (const event of room.ahead) {
    const seq = seqOf(event);
    if (seq > room.head + 1) break;
    if (seq === room.head + 1) {
      ready.push(event);
      reach(room, event);
    }
    taken++;
  }
  room.ahead.splice(0, taken);
  return ready;
}

/** What the log holds beyond the head, whatever it leaves out; the head moves to its end. */
function news(room: Room, events: StoredEvent[]): StoredEvent[] {
  const ready = events.filter((event) => seqOf(event) > room.head);
  const last = ready.at(-1);
  if (last) reach(room, last);
  return ready;
}
