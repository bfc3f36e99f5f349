/**
 * Which other nodes hold sockets, and whose. Nodes tell each other who came and went, and every few seconds that they
 * are there; a node that says nothing for longer counts as gone with everybody it held. Nothing of it is stored, and
 * nobody is entitled to anything by it.
 */
import type { NodeHint } from './hints.js';
import type { Timing } from './timing.js';

/** Somebody has an open socket on some node, or has none any more; the same may be said twice. */
export type ComingListener = (personId: string, here: boolean) => void;

interface Other {
  people: Set<string>;
  /** The number of the last change heard of. */
  n: number;
  heardAt: number;
  /** Everybody, while their parts arrive. */
  parts: string[][];
}

/** As many ids as fit into every bus's longest text. */
const idsInHint = 180;

export class Nodes {
  private readonly others = new Map<string, Other>();
  private readonly own = new Set<string>();
  private n = 0;
  private readonly untold = new Map<string, boolean>();
  private telling: ReturnType<typeof setTimeout> | undefined;
  private readonly listeners: ComingListener[] = [];

  constructor(
    private readonly me: string,
    private readonly say: (hint: NodeHint) => void,
    private readonly timing: Pick<Timing, 'silentMs' | 'peopleMs'>,
  ) {}

  onComing(listener: ComingListener): void {
    this.listeners.push(listener);
  }

  /** Whether nobody would hear a hint. A node that is not known yet finds what it missed by its sweep. */
  get alone(): boolean {
    return this.others.size === 0;
  }

  isHere(personId: string): boolean {
    return this.own.has(personId) || [...this.others.values()].some(({ people }) => people.has(personId));
  }

  /** A person's first socket of this node opened, or the last one closed. */
  moved(personId: string, here: boolean): void {
    if (here) this.own.add(personId);
    else this.own.delete(personId);
    this.untold.set(personId, here);
    this.telling ??= setTimeout(() => this.tell(), this.timing.peopleMs).unref();
    this.report(personId, here);
  }

  beat(): void {
    this.say({ kind: 'beat', n: this.n });
  }

  forgetSilent(): void {
    for (const [node, { heardAt }] of this.others)
      if (performance.now() - heardAt > this.timing.silentMs) this.forget(node);
  }

  stop(): void {
    clearTimeout(this.telling);
    this.say({ kind: 'bye' });
  }

  /** Whatever a node says shows that it is there. */
  heard(from: string): void {
    const other = this.others.get(from);
    if (other) other.heardAt = performance.now();
  }

  hear(from: string, hint: NodeHint): void {
    if (hint.kind === 'bye') {
      this.forget(from);
      return;
    }
    if (hint.kind === 'who') {
      if (hint.node === undefined || hint.node === this.me) this.sayEverybody();
      return;
    }
    const other = this.others.get(from) ?? { people: new Set(), n: -1, heardAt: 0, parts: [] };
    this.others.set(from, other);
    this.heard(from);
    if (hint.kind === 'everybody') this.collect(other, hint);
    else if (hint.n === other.n + 1 && hint.kind === 'people') {
      other.n = hint.n;
      for (const personId of hint.came) this.change(other, personId, true);
      for (const personId of hint.went) this.change(other, personId, false);
    } else if (hint.n !== other.n) this.say({ kind: 'who', node: from });
  }

  private collect(other: Other, { n, part, last, people }: Extract<NodeHint, { kind: 'everybody' }>): void {
    if (part === 0) other.parts = [];
    // A part was lost: the next beat shows that something is missing.
    if (part !== other.parts.length) return;
    other.parts.push(people);
    if (!last) return;
    const everybody = new Set(other.parts.flat());
    other.parts = [];
    other.n = n;
    for (const personId of everybody) this.change(other, personId, true);
    for (const personId of other.people) if (!everybody.has(personId)) this.change(other, personId, false);
  }

  private change(other: Other, personId: string, here: boolean): void {
    if (here === other.people.has(personId)) return;
    if (here) other.people.add(personId);
    else other.people.delete(personId);
    this.report(personId, here);
  }

  private forget(node: string): void {
    const people = this.others.get(node)?.people ?? [];
    this.others.delete(node);
    for (const personId of people) this.report(personId, false);
  }

  private report(personId: string, here: boolean): void {
    if (this.isHere(personId) === here) for (const listener of this.listeners) listener(personId, here);
  }

  private tell(): void {
    this.telling = undefined;
    const changes = [...this.untold];
    this.untold.clear();
    for (let at = 0; at < changes.length; at += idsInHint) {
      const some = changes.slice(at, at + idsInHint);
      const those = (here: boolean) => some.filter((one) => one[1] === here).map(([personId]) => personId);
      this.say({ kind: 'people', n: ++this.n, came: those(true), went: those(false) });
    }
  }

  sayEverybody(): void {
    this.tell();
    const people = [...this.own];
    const parts = Math.max(1, Math.ceil(people.length / idsInHint));
    for (let part = 0; part < parts; part++) {
      const some = people.slice(part * idsInHint, (part + 1) * idsInHint);
      this.say({ kind: 'everybody', n: this.n, part, last: part === parts - 1, people: some });
    }
  }
}
