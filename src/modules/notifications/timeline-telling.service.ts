/**
 * Looks now and then, in the worker, for what the timeline asks of people: milestones that are due or late, visits to
 * come, lessons to write down. It follows from the day and the rows alone.
 */
import type { NotificationKind } from '@hub/contracts';
import { Database } from '@hub/database';
import { Rounds } from '@hub/realtime';
import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Log } from '../../edge/log.js';
import { eachAlone } from './each-alone.js';
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
    private readonly log: Log,
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
    const milestones = await this.database.query<ToTell>(milestonesToTell);
    await eachAlone(milestones, (one) => this.tell(one, { milestoneId: one.id }), this.log);
    for (const sql of [visitsToTell, lessonsToAsk]) {
      const visits = await this.database.query<ToTell>(sql);
      await eachAlone(visits, (one) => this.tell(one, { visitId: one.id }), this.log);
    }
  }

  /** What was said of it before and is not read is brought up to date, not repeated. */
  private async tell(
    { kind, id, key, networkId, personIds }: ToTell,
    about: { milestoneId: string } | { visitId: string },
  ): Promise<void> {
    await this.notifications.tellAll({ kind, personIds, about, key, foldKey: `${kind}/${id}`, networkId });
  }
}
