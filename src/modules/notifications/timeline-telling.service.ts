/**
 * Looks now and then, in the worker, for what the timeline asks of people: milestones that are due or late, visits to
 * come, lessons to write down. It follows from the day and the rows alone.
 */
import type { NotificationKind } from '@hub/contracts';
import { Database } from '@hub/database';
import { Rounds } from '@hub/realtime';
import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { NotificationsService } from './notifications.service.js';
import { lessonsToAsk, milestonesToTell, visitsToTell } from './timeline-telling.queries.js';

/** These come by days. */
const everyMs = 10 * 60_000;
const firstMs = 15_000;

interface ToTell {
  kind: NotificationKind;
  id: string;
  key: string;
  networkId: string;
  personIds: string[];
}

@Injectable()
export class TimelineTellingService implements OnModuleInit, OnModuleDestroy {
  private readonly rounds = new Rounds();
  private first: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly database: Database,
    private readonly notifications: NotificationsService,
  ) {}

  onModuleInit(): void {
    // With the database away nothing was told: the next look finds the same.
    this.first = setTimeout(() => void this.look().catch(() => undefined), firstMs).unref();
    this.rounds.every(everyMs, () => this.look());
  }

  onModuleDestroy(): void {
    clearTimeout(this.first);
    this.rounds.stop();
  }

  async look(): Promise<void> {
    for (const one of await this.database.query<ToTell>(milestonesToTell))
      await this.tell(one, { milestoneId: one.id });
    for (const sql of [visitsToTell, lessonsToAsk])
      for (const one of await this.database.query<ToTell>(sql)) await this.tell(one, { visitId: one.id });
  }

  /** What was said of it before and is not read is brought up to date, not repeated. */
  private async tell(
    { kind, id, key, networkId, personIds }: ToTell,
    about: { milestoneId: string } | { visitId: string },
  ): Promise<void> {
    await this.notifications.tellAll({ kind, personIds, about, key, foldKey: `${kind}/${id}`, networkId });
  }
}
