/**
 * Looks now and then, in the worker, for roles that end within four weeks, and promises that it is told. Each end is
 * promised once, however many look at the same time; whether it still holds is asked when it is told.
 */
import { Database } from '@hub/database';
import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { roleEnding } from './memberships.jobs.js';

/** Ends come by days: this often is soon enough after midnight, wherever it is. */
const everyMs = 10 * 60_000;

@Injectable()
export class EndingsService implements OnModuleInit, OnModuleDestroy {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private stopped = false;

  constructor(private readonly database: Database) {}

  onModuleInit(): void {
    this.again(0);
  }

  onModuleDestroy(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  async look(): Promise<void> {
    await this.database.transaction(async (tx) => {
      const ending = await tx.query<{ membershipId: string; untilOn: string }>(warn);
      await tx.promise(roleEnding.topic, ending);
    });
  }

  private again(afterMs: number): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      const next = () => this.again(everyMs);
      // With the database away nothing was promised: the next look finds the same.
      this.look().then(next, next);
    }, afterMs).unref();
  }
}

/** Whoever looks second waits for the first, and finds what it did. */
const warn = `
  insert into ending_warnings (membership_id, until_on)
  select m.id, m.until_on from current_memberships m where m.until_on <= current_date + 28 order by m.id
  on conflict do nothing
  returning membership_id as "membershipId", until_on as "untilOn"`;
