/** Who is writing in a topic: telling it without a word for every letter, and forgetting it when nothing more comes. */
import type { PersonRef } from '@hub/contracts';

const repeatMs = 4_000;
const pauseMs = 5_000;
/** Longer than the time between two words that somebody goes on writing. */
const believedMs = 8_000;

/** Tells that somebody writes while they do, and once that they have stopped. */
export class TypingTold {
  private toldAt: number | undefined;
  private pause: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly tell: (typing: boolean) => void,
    private readonly now: () => number = Date.now,
  ) {}

  typed(): void {
    if (this.toldAt === undefined || this.now() - this.toldAt >= repeatMs) {
      this.toldAt = this.now();
      this.tell(true);
    }
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.stop(), pauseMs);
  }

  stop(): void {
    clearTimeout(this.pause);
    if (this.toldAt === undefined) return;
    this.toldAt = undefined;
    this.tell(false);
  }
}

/** Who of the others is writing. */
export class TypingHeard {
  private writing: readonly PersonRef[] = [];
  private readonly ends = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly listeners = new Set<() => void>();

  /** The same array until something changes. */
  list = (): readonly PersonRef[] => this.writing;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  hear(person: PersonRef, typing: boolean): void {
    clearTimeout(this.ends.get(person.id));
    this.ends.delete(person.id);
    if (typing)
      this.ends.set(
        person.id,
        setTimeout(() => this.hear(person, false), believedMs),
      );
    const known = this.writing.some(({ id }) => id === person.id);
    if (known === typing) return;
    this.writing = typing ? [...this.writing, person] : this.writing.filter(({ id }) => id !== person.id);
    for (const listener of this.listeners) listener();
  }

  stop(): void {
    for (const end of this.ends.values()) clearTimeout(end);
    this.ends.clear();
  }
}
