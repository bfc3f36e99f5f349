import type { ChannelEvent } from '@hub/contracts';
import { describe, expect, it } from '@jest/globals';
import type { Bus } from './bus.js';
import { hintsOf, Outgoing, type Hint } from './hints.js';

/** A bus that keeps what is published, and answers when it is let go. */
class Kept implements Bus {
  readonly longest = 7_900;
  readonly published: string[][] = [];
  private free: (() => void)[] = [];

  publish(texts: string[]): Promise<void> {
    this.published.push(texts);
    return new Promise((resolve) => this.free.push(resolve));
  }

  letGo(): void {
    for (const resolve of this.free.splice(0)) resolve();
  }

  async subscribe(): Promise<void> {}
  async close(): Promise<void> {}

  hints(batch: number): Hint[] {
    return (this.published[batch] ?? []).flatMap((text) => hintsOf(text).hints);
  }
}

const event = (seq: number, body = '') =>
  ({ kind: 'message.sent', channelId: 'a', seq, body }) as unknown as ChannelEvent;
const events = (room: string, ...list: ChannelEvent[]): Hint => ({ kind: 'events', room, events: list });
const turn = () => new Promise((resolve) => setImmediate(resolve));

function outgoing() {
  const bus = new Kept();
  return { bus, out: new Outgoing('here', bus) };
}

describe('hints', () => {
  it('of one turn leave together, those of a room joined', async () => {
    const { bus, out } = outgoing();
    out.add(events('channel:a', event(1)));
    out.add({ kind: 'left', personId: 'p', channelId: 'b' });
    out.add(events('channel:a', event(2), event(3)));
    await turn();
    expect(bus.published).toHaveLength(1);
    expect(bus.published[0]).toHaveLength(1);
    expect(bus.hints(0)).toEqual([
      { kind: 'left', personId: 'p', channelId: 'b' },
      events('channel:a', event(1), event(2), event(3)),
    ]);
  });

  it('that come while the bus is busy leave together afterwards, "behind" merged', async () => {
    const { bus, out } = outgoing();
    out.add(events('channel:a', event(1)));
    await turn();
    out.add(events('channel:a', event(2)));
    out.add({ kind: 'behind', room: 'channel:a', after: 4 });
    out.add(events('channel:a', event(6)));
    out.add({ kind: 'behind', room: 'channel:b', after: 9, head: 10 });
    out.add({ kind: 'behind', room: 'channel:b', after: 7, head: 8 });
    await turn();
    expect(bus.published).toHaveLength(1);
    bus.letGo();
    await turn();
    expect(bus.hints(1)).toEqual([
      { kind: 'behind', room: 'channel:a', after: 1 },
      { kind: 'behind', room: 'channel:b', after: 7, head: 10 },
    ]);
  });

  it('are never longer than the bus carries, whatever the letters', async () => {
    const { bus, out } = outgoing();
    const many = Array.from({ length: 30 }, (_, n) => event(n + 1, 'å'.repeat(500)));
    out.add(events('channel:a', ...many));
    out.add(events('channel:b', event(7), event(8, 'å'.repeat(5_000))));
    await turn();
    for (const text of bus.published[0] ?? []) expect(Buffer.byteLength(text)).toBeLessThanOrEqual(7_900);
    const hints = bus.hints(0);
    expect(hints.flatMap((hint) => (hint.kind === 'events' ? hint.events : []))).toEqual(many);
    expect(hints.at(-1)).toEqual({ kind: 'behind', room: 'channel:b', after: 6, head: 8 });
  });

  it('that are volatile are dropped when the bus is behind, and no others', async () => {
    const { bus, out } = outgoing();
    const typing = { kind: 'whisper', room: 'channel:a', event: {} } as Hint;
    out.add({ kind: 'ended', sessionId: 'first' });
    await turn();
    for (let n = 0; n < 1_500; n++) out.add(typing);
    out.add({ kind: 'ended', sessionId: 'last' });
    bus.letGo();
    await turn();
    const hints = bus.hints(1);
    expect(hints.length).toBeLessThan(1_100);
    expect(hints.at(-1)).toEqual({ kind: 'ended', sessionId: 'last' });
  });

  it("that are none are nobody's", () => {
    for (const text of [
      'junk',
      'null',
      '{}',
      '{"from":"x"}',
      '{"from":"x","hints":[null,5,{},{"kind":"events","room":5}]}',
    ])
      expect(hintsOf(text).hints).toEqual([]);
  });
});
