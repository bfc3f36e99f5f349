/**
 * Looks now and then, in the worker, for what is scheduled and due, and for those who are to be reminded. All of it is
 * derived from rows, so it goes on after a restart where it was, and two that look at once do it once.
 */
import { Database } from '@hub/database';
import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Log } from '../../edge/log.js';
import { acknowledgementMissing } from './broadcasts.jobs.js';
import { each, tellFailed } from './each.js';
import { remindersDue } from './reminders.policy.js';
import { lockAsked, openAsked, remind } from './rounds.queries.js';
import { SendingService } from './sending.service.js';

/** What is scheduled for nine is sent at nine. */
const everyMs = 10_000;

interface Asked {
  id: string;
  version: number;
  askedAt: Date;
  acknowledgeBy: string | null;
}

@Injectable()
export class RoundsService implements OnModuleInit, OnModuleDestroy {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private stopped = false;
  private readonly failed: (error: unknown) => void;

  constructor(
    private readonly database: Database,
    private readonly sending: SendingService,
    log: Log,
  ) {
    this.failed = tellFailed(log, 'those who are missing were not reminded of an update');
  }

  onModuleInit(): void {
    this.again(0);
  }

  onModuleDestroy(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  async look(): Promise<void> {
    await this.sending.sendDue();
    await this.remind();
  }

  /** Whoever was missed while nobody looked is reminded once; one that fails keeps no other waiting. */
  private async remind(): Promise<void> {
    const now = new Date();
    const open = await this.database.query<Asked>(openAsked);
    await each(open, this.failed, async ({ id, askedAt, acknowledgeBy }) => {
      const number = remindersDue(askedAt, acknowledgeBy, now);
      if (number === 0) return;
      await this.database.transaction(async (tx) => {
        const [asked] = await tx.query<Asked>(lockAsked, [id]);
        // Asked anew meanwhile: its reminders begin anew, too.
        if (asked?.askedAt.getTime() !== askedAt.getTime()) return;
        const reminded = await tx.query(remind, [id, number]);
        if (reminded.length > 0)
          await tx.promise(acknowledgementMissing.topic, [{ broadcastId: id, version: asked.version, number }]);
      });
    });
  }

  private again(afterMs: number): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      const next = () => this.again(everyMs);
      // With the database away nothing was done: the next look finds the same.
      this.look().then(next, next);
    }, afterMs).unref();
  }
}
