/** Who is writing in a topic: believed until they stop, or nothing more is heard of them. */
import type { PersonRef } from '@hub/contracts';

/** Longer than the time between two words that somebody goes on writing. */
const believedMs = 8_000;

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
