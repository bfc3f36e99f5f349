/** Whoever comes back, mostly having missed nothing: what this node told their rooms says so, and nothing has to be read. */
import type { Listeners } from './listeners.js';
import { channelRoom, personRoom, type Rooms } from './rooms.js';

/** Where a client stands in a channel: what it has up to this event, and what that was about where it knows. */
interface Place {
  channelId: string;
  seq: number;
  subjectId?: string;
}

export class Returning {
  constructor(
    private readonly rooms: Rooms,
    private readonly listeners: Listeners,
  ) {}

  /**
   * Those of these places after which a person may have missed something. Of the others every socket of theirs here
   * hears the channel, which was told exactly up to there: what comes after will be told to them.
   */
  uncertain<T extends Place>(personId: string, places: T[]): T[] {
    const heard = this.listeners.hearing(personRoom(personId));
    if (heard.length === 0) return places;
    return places.filter(({ channelId, seq, subjectId }) => {
      const room = channelRoom(channelId);
      return !heard.every((rooms) => rooms.has(room)) || !this.rooms.endsAt(room, seq, subjectId);
    });
  }

  /** The last of a person's own events that their sockets here were told, or undefined where they have none. */
  toldTo(personId: string): number | undefined {
    const room = personRoom(personId);
    return this.listeners.any(room) ? this.rooms.headOf(room) : undefined;
  }

  /** What the event at a place is about was read from its log. */
  learn({ channelId, seq, subjectId }: Place): void {
    if (subjectId !== undefined) this.rooms.learn(channelRoom(channelId), seq, subjectId);
  }
}
