/**
 * Writes down what became of letters, several in one statement: while one is on its way to the disk the next gather. Nothing
 * waits for others where there are none.
 */
import { Database } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { settle } from './postman.queries.js';

/** Of a letter that left, or never will. */
export interface Settled {
  letterId: string;
  /** Its rows in the ledger. */
  ids: string[];
  state: string;
  reason: string | null;
}

interface Waiting {
  one: Settled;
  resolve: () => void;
  reject: (error: unknown) => void;
}

@Injectable()
export class SettlingService {
  private waiting: Waiting[] = [];
  private writing = false;

  constructor(private readonly database: Database) {}

  /** Returns when it is on disk. */
  settle(one: Settled): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ one, resolve, reject });
      if (!this.writing) void this.writeAll();
    });
  }

  private async writeAll(): Promise<void> {
    this.writing = true;
    while (this.waiting.length > 0) {
      const some = this.waiting;
      this.waiting = [];
      try {
        await this.write(some.map(({ one }) => one));
        for (const { resolve } of some) resolve();
      } catch {
        // What is wrong with one says nothing of the others.
        await Promise.all(some.map(({ one, resolve, reject }) => this.write([one]).then(resolve, reject)));
      }
    }
    this.writing = false;
  }

  private async write(some: Settled[]): Promise<void> {
    const rows = some.flatMap(({ ids, ...one }) => ids.map((id) => ({ ...one, id })));
    await this.database.prepared('letters_settle', settle, [
      rows.map(({ id }) => id),
      rows.map(({ letterId }) => letterId),
      rows.map(({ state }) => state),
      rows.map(({ reason }) => reason),
    ]);
  }
}
