/** Looks now and then, in the worker, for what people had put off until now: it comes to them again. */
import { Database } from '@hub/database';
import { Rounds } from '@hub/realtime';
import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { JournalService } from '../journal/journal.service.js';
import { comeAgain } from './inbox.queries.js';

/** People put things off by hours and days. */
const everyMs = 20_000;
const atOnce = 200;

@Injectable()
export class ComingAgainService implements OnModuleInit, OnModuleDestroy {
  private readonly rounds = new Rounds();

  constructor(
    private readonly database: Database,
    private readonly journal: JournalService,
  ) {}

  onModuleInit(): void {
    this.rounds.every(everyMs, () => this.look());
  }

  onModuleDestroy(): void {
    this.rounds.stop();
  }

  /** However many look at the same time, each comes again once. */
  async look(): Promise<void> {
    for (;;) if ((await this.some()) < atOnce) return;
  }

  private some(): Promise<number> {
    return this.database.transaction(async (tx) => {
      const due = await tx.query<{ id: string; personId: string }>(comeAgain, [atOnce]);
      const entries = due.map(
        ({ id, personId }) => ({ personId, kind: 'notification.created', subject: { id } }) as const,
      );
      await this.journal.appendFor(tx, entries);
      return due.length;
    });
  }
}
