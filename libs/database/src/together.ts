/**
 * One statement for all that ask at once: what comes within a turn of the event loop is asked together, and what comes
 * while a statement is on its way goes into the next. A statement costs most by being one.
 */
import { isPassing } from './passing.js';

interface Waiting<T> {
  key: string;
  settle: (found: T | undefined) => void;
  fail: (error: unknown) => void;
}

/** What one statement is asked for at most. */
export const mostTogether = 64;

export class Together<T> {
  private readonly waiting: Waiting<T>[] = [];
  private isAsking = false;

  /** `read` finds what there is of some different keys. */
  constructor(private readonly read: (keys: string[]) => Promise<Map<string, T>>) {}

  /** As it is after this was called. Rejects with what `read` rejected with. */
  ask(key: string): Promise<T | undefined> {
    return new Promise((settle, fail) => {
      this.waiting.push({ key, settle, fail });
      if (this.isAsking) return;
      this.isAsking = true;
      setImmediate(() => void this.drain());
    });
  }

  private async drain(): Promise<void> {
    while (this.waiting.length > 0) {
      const batch = this.waiting.splice(0, mostTogether);
      try {
        const found = await this.read([...new Set(batch.map(({ key }) => key))]);
        for (const { key, settle } of batch) settle(found.get(key));
      } catch (error) {
        // One of them may break the statement for all: alone, only that one fails.
        if (batch.length > 1 && !isPassing(error)) for (const one of batch) await this.alone(one);
        else for (const { fail } of batch) fail(error);
      }
    }
    this.isAsking = false;
  }

  private async alone({ key, settle, fail }: Waiting<T>): Promise<void> {
    try {
      settle((await this.read([key])).get(key));
    } catch (error) {
      fail(error);
    }
  }
}
