/**
 * Where this client stands in each channel, so that every event is applied once and in order: the next one passes,
 * an old one is dropped, and one beyond a gap waits until the gap has been fetched.
 */
import type { ChannelEvent, Resume } from '@hub/contracts';
import { subjectOf } from '@hub/contracts/subject';

interface Cursor {
  seq: number;
  /** What the event at `seq` was about. */
  subjectId?: string;
  /** The channel is known to go on up to here. */
  head: number;
  /** Events from beyond a gap. */
  ahead: Map<number, ChannelEvent>;
}

export class Cursors {
  private readonly cursors = new Map<string, Cursor>();

  /** Called with a channel of which something is missing, again and again until it is not. */
  constructor(private readonly onGap: (channelId: string) => void) {}

  at(channelId: string): number | undefined {
    return this.cursors.get(channelId)?.seq;
  }

  isBehind(channelId: string): boolean {
    const cursor = this.cursors.get(channelId);
    return cursor !== undefined && (cursor.ahead.size > 0 || cursor.head > cursor.seq);
  }

  /**
   * Something was loaded that shows the channel as it is at `seq`. Where the channel is followed already, whatever else
   * is loaded of it still waits for the events up to there.
   */
  follow(channelId: string, seq: number): void {
    const known = this.cursors.get(channelId);
    if (known) this.reach(channelId, seq);
    else this.cursors.set(channelId, { seq, head: seq, ahead: new Map() });
  }

  /** The channel, where it is followed, goes on up to `seq`. */
  reach(channelId: string, seq: number): void {
    const cursor = this.cursors.get(channelId);
    if (!cursor || seq <= cursor.seq) return;
    cursor.head = Math.max(seq, cursor.head);
    this.onGap(channelId);
  }

  forget(channelId: string): void {
    this.cursors.delete(channelId);
  }

  /** The channel ends at `seq`: what waits beyond it comes from another life of the hub, or will be told again. */
  end(channelId: string, seq: number): void {
    const cursor = this.cursors.get(channelId);
    if (!cursor || cursor.seq < seq) return;
    cursor.head = cursor.seq;
    cursor.ahead.clear();
  }

  all(): Resume['channels'] {
    return [...this.cursors].map(([channelId, { seq, subjectId }]) => ({
      channelId,
      seq,
      ...(subjectId !== undefined && { subjectId }),
    }));
  }

  /** The events that may be applied now, in order. A channel that is not followed starts at its first event. */
  admit(events: ChannelEvent[]): ChannelEvent[] {
    return events.flatMap((event) => {
      const { channelId, seq } = event;
      let cursor = this.cursors.get(channelId);
      if (!cursor) this.cursors.set(channelId, (cursor = { seq: seq - 1, head: seq, ahead: new Map() }));
      if (seq <= cursor.seq) return [];
      cursor.ahead.set(seq, event);
      const released = this.released(cursor);
      if (cursor.ahead.size > 0) this.onGap(channelId);
      return released;
    });
  }

  private released(cursor: Cursor): ChannelEvent[] {
    const events: ChannelEvent[] = [];
    for (let next = cursor.ahead.get(cursor.seq + 1); next; next = cursor.ahead.get(cursor.seq + 1)) {
      cursor.ahead.delete(next.seq);
      cursor.seq = next.seq;
      cursor.subjectId = subjectOf(next);
      events.push(next);
    }
    return events;
  }
}
