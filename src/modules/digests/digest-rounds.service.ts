/**
 * Looks every minute, in the worker, whose digest is due, and promises it. All of it follows from rows: what was missed while
 * nobody looked is caught up the same day, and two that look at once promise one.
 */
import { Database } from '@hub/database';
import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { MailboxService } from '../mail/mailbox.service.js';
import { DigestRulesService } from '../preferences/digest-rules.service.js';
import { digestKey } from './digest.policy.js';
import { begunFor, lost, tooLate } from './digests.queries.js';
import { digestDue } from './due.jobs.js';

const everyMs = 60_000;
const lateHours = 12;

@Injectable()
export class DigestRoundsService implements OnModuleInit, OnModuleDestroy {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private looking: Promise<void> | undefined;
  private stopped = false;
  private readonly startedAt = Date.now();

  constructor(
    private readonly database: Database,
    private readonly rules: DigestRulesService,
    private readonly mailbox: MailboxService,
  ) {}

  onModuleInit(): void {
    this.again(0);
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.looking;
  }

  async look(now = new Date()): Promise<void> {
    const earliest = await this.earliest();
    const due = await this.rules.due(now);
    for (const { personIds, day, at } of due.filter((one) => one.at.getTime() >= earliest))
      await this.database.transaction(async (tx) => {
        const begun = await tx.query<{ personId: string }>(begunFor, [
          personIds.map(() => uuidv7()),
          personIds,
          personIds.map((personId) => digestKey(personId, day)),
          personIds.map(() => at),
        ]);
        await tx.promise(
          digestDue.topic,
          begun.map(({ personId }) => ({ personId, day })),
        );
      });
    await this.database.query(tooLate, [lateHours]);
    await this.database.transaction(async (tx) => {
      await tx.promise(digestDue.topic, await tx.query<{ personId: string; day: string }>(lost, [digestDue.topic]));
    });
  }

  /** A demonstration begins in the middle of its people's lives: nobody waits for the digests of that morning. */
  private async earliest(): Promise<number> {
    return (await this.mailbox.isDemonstration()) ? this.startedAt : 0;
  }

  private again(afterMs: number): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      const next = () => this.again(everyMs);
      // With the database away nothing was promised: the next look finds the same.
      this.looking = this.look().then(next, next);
    }, afterMs).unref();
  }
}
