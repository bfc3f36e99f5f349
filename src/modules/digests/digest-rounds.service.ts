/**
 * Looks every minute, in the worker, whose digest is due, and promises a few rounds of them at a time, so that thousands at
 * the same hour leave room for other jobs. All of it follows from rows: what was missed while nobody looked is caught up
 * the same day, and two that look at once promise one.
 */
import { Database } from '@hub/database';
import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { MailboxService } from '../mail/mailbox.service.js';
import { DigestRulesService } from '../preferences/digest-rules.service.js';
import { digestKey } from './digest.policy.js';
import { begunFor, takeDue, tooLate, underWay } from './digests.queries.js';
import { digestsDue } from './due.jobs.js';

const everyMs = 60_000;
const lateHours = 12;
const rounds = 2;
const digestsInRound = 60;
/** After a round; its row in the outbox goes right after the handler. */
const wakeMs = 30;

@Injectable()
export class DigestRoundsService implements OnModuleInit, OnModuleDestroy {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private waking: ReturnType<typeof setTimeout> | undefined;
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
    clearTimeout(this.waking);
    await this.looking;
  }

  async look(now = new Date()): Promise<void> {
    const earliest = await this.earliest();
    const due = await this.rules.due(now);
    for (const { personIds, day, at } of due.filter((one) => one.at.getTime() >= earliest))
      await this.database.query(begunFor, [
        personIds.map(() => uuidv7()),
        personIds,
        personIds.map((personId) => digestKey(personId, day)),
        personIds.map(() => at),
      ]);
    await this.database.query(tooLate, [lateHours]);
    await this.promise();
  }

  /** Some are done: others may go. */
  wake(): void {
    if (this.stopped) return;
    clearTimeout(this.waking);
    // With the database away nothing was promised: the next look finds the same.
    this.waking = setTimeout(() => void this.promise().catch(() => undefined), wakeMs).unref();
  }

  private promise(): Promise<void> {
    return this.database.transaction(async (tx) => {
      const [found] = await tx.query<{ rounds: number }>(underWay, [digestsDue.topic]);
      const free = rounds - (found?.rounds ?? 0);
      if (free <= 0) return;
      const due = await tx.query<{ personId: string; day: string }>(takeDue, [free * digestsInRound]);
      const jobs = [];
      for (let first = 0; first < due.length; first += digestsInRound)
        jobs.push({ digests: due.slice(first, first + digestsInRound) });
      await tx.promise(digestsDue.topic, jobs);
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
