/**
 * Compares what this node told its rooms with where their logs end, so that what no hint brought is found: every two
 * seconds for all of them, and at once for those that somebody hears as the first.
 */
import type { Listeners } from './listeners.js';
import { idOf, type HeadReader, type Rooms, type Told } from './rooms.js';

const kinds = ['channel', 'person'] as const;

export class Heads {
  private reader: HeadReader | undefined;
  /** Rooms whose ends are being read for the first time. */
  private readonly opening = new Set<string>();

  constructor(
    private readonly rooms: Rooms,
    private readonly listeners: Listeners,
  ) {}

  readBy(reader: HeadReader): void {
    this.reader = reader;
  }

  /** Somebody hears these rooms from now on. Where they end is read for those that nobody heard here yet. */
  async open(rooms: string[]): Promise<void> {
    const unknown = rooms.filter((room) => this.rooms.headOf(room) === undefined && !this.opening.has(room));
    for (const room of unknown) this.opening.add(room);
    try {
      await this.compare(unknown);
    } catch {
      // Without an answer (the database is away) the next sweep reads it.
    } finally {
      for (const room of unknown) this.opening.delete(room);
    }
  }

  /** Without an answer nothing is told until the next round. */
  async sweep(): Promise<void> {
    await this.compare([...this.listeners.rooms()]);
  }

  private async compare(rooms: string[]): Promise<void> {
    const [channels, people] = kinds.map((kind) => rooms.flatMap((room) => this.told(kind, room)));
    if (!channels || !people || channels.length + people.length === 0) return;
    for (const { room, head } of (await this.reader?.(channels, people)) ?? [])
      if (this.listeners.any(room)) this.rooms.expect(room, head);
  }

  private told(kind: string, room: string): Told[] {
    return room.startsWith(`${kind}:`) ? [{ id: idOf(room), head: this.rooms.headOf(room) ?? -1 }] : [];
  }
}
