/**
 * Where this client stands in each channel, so that every event is applied once and in order: the next one passes,
 * an old one is dropped, and one beyond a gap waits until the gap has been fetched.
 */
import type { ChannelEvent } from '@hub/contracts';

export class Cursors {
  private readonly seqs = new Map<string, number>();
  private readonly ahead = new Map<string, Map<number, ChannelEvent>>();

  /** Called with a channel whose next event is missing. */
  constructor(private readonly onGap: (channelId: string) => void) {}

  at(channelId: string): number | undefined {
    return this.seqs.get(channelId);
  }

  hasGap(channelId: string): boolean {
    return this.ahead.has(channelId);
  }

  /** The reader has loaded the channel up to `seq`; never moves back. */
  follow(channelId: string, seq: number): void {
    this.seqs.set(channelId, Math.max(seq, this.seqs.get(channelId) ?? 0));
  }

  forget(channelId: string): void {
    this.seqs.delete(channelId);
    this.ahead.delete(channelId);
  }

  all(): { channelId: string; seq: number }[] {
    return [...this.seqs].map(([channelId, seq]) => ({ channelId, seq }));
  }

  /** The events that may be applied now, in order. A channel that is not followed starts at its first event. */
  admit(events: ChannelEvent[]): ChannelEvent[] {
    return events.flatMap((event) => {
      const at = this.seqs.get(event.channelId) ?? event.seq - 1;
      if (event.seq <= at) return [];
      if (event.seq > at + 1) {
        this.hold(event);
        return [];
      }
      this.seqs.set(event.channelId, event.seq);
      return [event, ...this.released(event.channelId)];
    });
  }

  private hold(event: ChannelEvent): void {
    const held = this.ahead.get(event.channelId);
    if (held) held.set(event.seq, event);
    else {
      this.ahead.set(event.channelId, new Map([[event.seq, event]]));
      this.onGap(event.channelId);
    }
  }

  private released(channelId: string): ChannelEvent[] {
    const held = this.ahead.get(channelId);
    if (!held) return [];
    const events: ChannelEvent[] = [];
    for (;;) {
      const next = held.get((this.seqs.get(channelId) ?? 0) + 1);
      if (!next) break;
      events.push(next);
      held.delete(next.seq);
      this.seqs.set(channelId, next.seq);
    }
    for (const seq of held.keys()) if (seq <= (this.seqs.get(channelId) ?? 0)) held.delete(seq);
    if (held.size === 0) this.ahead.delete(channelId);
    return events;
  }
}
