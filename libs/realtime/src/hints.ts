/**
 * What nodes say to each other. Hints of one turn of the event loop, and those that come while the bus is still busy,
 * leave together: a room's events joined, its "behind" merged. Nobody waits for it, and what the bus loses is found by
 * the sweep.
 */
import type { VolatileEvent } from '@hub/contracts';
import type { Bus } from './bus.js';
import { seqOf, type StoredEvent } from './rooms.js';

export type Hint =
  | { kind: 'events'; room: string; events: StoredEvent[] }
  | { kind: 'behind'; room: string; after: number; head?: number }
  | { kind: 'joined'; personId: string; channelId: string; after?: number }
  | { kind: 'left'; personId: string; channelId: string }
  | { kind: 'ended'; sessionId: string }
  | { kind: 'whisper'; room: string; event: VolatileEvent; except?: string }
  | NodeHint;

/** What nodes with sockets say of themselves; `n` counts the changes of who is there. */
export type NodeHint =
  | { kind: 'beat'; n: number }
  | { kind: 'people'; n: number; came: string[]; went: string[] }
  | { kind: 'everybody'; n: number; part: number; last: boolean; people: string[] }
  | { kind: 'who'; node?: string }
  | { kind: 'bye' };

/** More events of one room than this wait for the bus as "behind". */
const mostWaiting = 200;
/** With so many hints waiting the bus is behind, and whispers are dropped. */
const busBehind = 1_000;

/** A room has events after this seq; up to `head`, or to an end that is not known. */
interface Behind {
  after: number;
  head: number | undefined;
}

export class Outgoing {
  private rooms = new Map<string, StoredEvent[] | Behind>();
  private rest: Hint[] = [];
  private leaving: Promise<void> | undefined;

  constructor(
    private readonly from: string,
    private readonly bus: Bus,
  ) {}

  add(hint: Hint): void {
    if (hint.kind === 'events') this.addEvents(hint.room, hint.events);
    else if (hint.kind === 'behind') this.addBehind(hint.room, hint);
    else if (hint.kind !== 'whisper' || this.rest.length + this.rooms.size < busBehind) this.rest.push(hint);
    this.leaving ??= this.leave();
  }

  /** Resolves when everything was handed to the bus. */
  async drained(): Promise<void> {
    while (this.leaving) await this.leaving;
  }

  private async leave(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    while (this.rooms.size + this.rest.length > 0) {
      const [rooms, rest] = [this.rooms, this.rest];
      this.rooms = new Map();
      this.rest = [];
      await this.bus.publish(this.envelopes(rooms, rest));
    }
    this.leaving = undefined;
  }

  private addEvents(room: string, events: StoredEvent[]): void {
    const waiting = this.rooms.get(room) ?? [];
    if (!Array.isArray(waiting) || waiting.length + events.length > mostWaiting) this.addBehind(room, behindOf(events));
    else this.rooms.set(room, [...waiting, ...events]);
  }

  private addBehind(room: string, { after, head }: { after: number; head?: number | undefined }): void {
    const waiting = this.rooms.get(room) ?? { after, head };
    const before = Array.isArray(waiting) ? behindOf(waiting) : waiting;
    this.rooms.set(room, {
      after: Math.min(before.after, after),
      head: before.head === undefined || head === undefined ? undefined : Math.max(before.head, head),
    });
  }

  /** As few texts as hold everything, none longer than the bus carries. */
  private envelopes(rooms: Map<string, StoredEvent[] | Behind>, rest: Hint[]): string[] {
    const start = `{"from":${JSON.stringify(this.from)},"hints":[`;
    const space = this.bus.longest - start.length - 2;
    const texts = rest.map((hint) => JSON.stringify(hint));
    for (const [room, waiting] of rooms)
      texts.push(
        ...(Array.isArray(waiting) ? eventsOf(room, waiting, space) : [JSON.stringify(behindHint(room, waiting))]),
      );
    return packed(texts, space).map((list) => `${start}${list}]}`);
  }
}

function behindOf(events: StoredEvent[]): Behind {
  const seqs = events.map(seqOf);
  return { after: Math.min(...seqs) - 1, head: Math.max(...seqs) };
}

function behindHint(room: string, { after, head }: Behind): Hint {
  return { kind: 'behind', room, after, head };
}

/** The events in as many hints as they need, or that the room is behind where one of them is too long. */
function eventsOf(room: string, events: StoredEvent[], longest: number): string[] {
  const start = `{"kind":"events","room":${JSON.stringify(room)},"events":[`;
  const space = longest - start.length - 2;
  const texts = events.map((event) => JSON.stringify(event));
  if (texts.some((text) => Buffer.byteLength(text) > space))
    return [JSON.stringify(behindHint(room, behindOf(events)))];
  return packed(texts, space).map((list) => `${start}${list}]}`);
}

/** JSON texts joined by commas into lists that are no longer than so many bytes. */
function packed(texts: string[], longest: number): string[] {
  const lists: string[] = [];
  let list = '';
  let length = 0;
  for (const text of texts) {
    const more = Buffer.byteLength(text) + 1;
    if (length > 0 && length + more > longest) {
      lists.push(list);
      list = '';
      length = 0;
    }
    list += length > 0 ? `,${text}` : text;
    length += more;
  }
  if (length > 0) lists.push(list);
  return lists;
}

/** Whatever else is said on the bus is not for this hub. */
export function hintsOf(text: string): { from: string; hints: Hint[] } {
  try {
    const said = JSON.parse(text) as { from?: unknown; hints?: unknown } | null;
    if (typeof said?.from === 'string' && Array.isArray(said.hints))
      return { from: said.from, hints: said.hints.filter(isHint) };
  } catch {
    // Not ours.
  }
  return { from: '', hints: [] };
}

function isHint(hint: unknown): hint is Hint {
  if (typeof hint !== 'object' || hint === null || !('kind' in hint)) return false;
  if (hint.kind === 'events') return 'room' in hint && typeof hint.room === 'string' && hasArray(hint, 'events');
  if (hint.kind === 'people') return hasArray(hint, 'came') && hasArray(hint, 'went');
  if (hint.kind === 'everybody') return hasArray(hint, 'people');
  if (hint.kind === 'behind' || hint.kind === 'whisper') return 'room' in hint && typeof hint.room === 'string';
  return true;
}

function hasArray(hint: object, name: string): boolean {
  return Array.isArray((hint as Record<string, unknown>)[name]);
}
