/**
 * Looks in the worker, every second and when something was promised, for whom letters are due, and promises them. It takes
 * a few hundred people at a time: the rest wait in the ledger, where what is read meanwhile falls away.
 */
import { Database } from '@hub/database';
import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Log } from '../../edge/log.js';
import { lettersDue } from './letters.jobs.js';
import { settleLapsed, takeDue, underWay } from './postman.queries.js';

const everyMs = 1_000;
/** After a promise it looks at once, but not oftener. */
const soonestMs = 100;
/** So many rounds of letters are under way at a time, so that a slow mail server leaves room for other jobs. */
const rounds = 3;
const peopleInRound = 60;

@Injectable()
export class PostmanService implements OnModuleInit, OnModuleDestroy {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private looking: Promise<void> | undefined;
  private lookedAt = 0;
  private dueAt = Infinity;
  private stopped = false;

  constructor(
    private readonly database: Database,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.database.onPromise(() => this.wake());
    this.lookIn(everyMs);
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.looking;
  }

  wake(): void {
    this.lookIn(Math.max(0, this.lookedAt + soonestMs - Date.now()));
  }

  /** Two postmen may look at once: a person's letter is made by one of them. */
  async look(): Promise<void> {
    const lapsed = await this.database.query(settleLapsed);
    if (lapsed.length > 0) this.log.error({ deliveries: lapsed.length }, 'letters may or may not have left');
    await this.database.transaction(async (tx) => {
      const [found] = await tx.query<{ rounds: number }>(underWay, [lettersDue.topic]);
      const free = rounds - (found?.rounds ?? 0);
      if (free <= 0) return;
      const letters = await tx.query<{ letterId: string }>(takeDue, [free * peopleInRound]);
      const letterIds = letters.map(({ letterId }) => letterId);
      const jobs = [];
      for (let first = 0; first < letterIds.length; first += peopleInRound)
        jobs.push({ letterIds: letterIds.slice(first, first + peopleInRound) });
      await tx.promise(lettersDue.topic, jobs);
    });
  }

  private lookIn(ms: number): void {
    if (this.stopped || Date.now() + ms >= this.dueAt) return;
    clearTimeout(this.timer);
    this.dueAt = Date.now() + ms;
    this.timer = setTimeout(() => void this.run(), ms).unref();
  }

  /** With the database away nothing was taken: the next look finds the same. */
  private async run(): Promise<void> {
    this.lookedAt = Date.now();
    this.looking ??= this.look()
      .catch(() => undefined)
      .finally(() => {
        this.looking = undefined;
        this.dueAt = Infinity;
        this.lookIn(everyMs);
      });
    await this.looking;
  }
}
