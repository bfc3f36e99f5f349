/** By when a question that waits is to be answered, and who is reminded of it: each once while the same one is answerable. */
import { Database } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { NotificationsService } from '../notifications/notifications.service.js';
import { PreferencesService } from '../preferences/preferences.service.js';
import { ReplacingService } from './replacing.service.js';
import { holdQuestion, setTarget, untold } from './rounds.queries.js';
import { StepsService } from './steps.service.js';
import type { Calendar } from './target.policy.js';
import { reminderAt, timesOf, type Reminder, type Times } from './timers.policy.js';

export interface WaitingRow {
  id: string;
  networkId: string;
  responsibleId: string | null;
  secondId: string | null;
  routing: number;
  routedAt: Date | null;
  waitingSince: Date;
  targetAt: Date | null;
  responseDays: number;
  invented: boolean;
  mayBeGone: boolean;
  routers: string[];
  pausedFrom: Date[];
  pausedUntil: (Date | null)[];
}

@Injectable()
export class RemindingService {
  constructor(
    private readonly database: Database,
    private readonly preferences: PreferencesService,
    private readonly notifications: NotificationsService,
    private readonly replacing: ReplacingService,
    private readonly steps: StepsService,
  ) {}

  /** Of everybody in whose days these are reckoned. */
  calendarsOf(rows: readonly WaitingRow[]): Promise<Map<string, Calendar>> {
    return this.preferences.calendars([...new Set(rows.flatMap((row) => keeperOf(row) ?? []))]);
  }

  async remind(row: WaitingRow, calendars: ReadonlyMap<string, Calendar>, now: Date): Promise<void> {
    const calendar = calendars.get(keeperOf(row) ?? '');
    if (!calendar) return;
    const pauses = row.pausedFrom.map((fromAt, index) => ({ fromAt, untilAt: row.pausedUntil[index] ?? null }));
    const times = timesOf({ ...row, pauses, calendar });
    await this.keepTarget(row, times);
    if (!times || row.invented) return;
    const { id, responsibleId, secondId, routing, routers } = row;
    const own = responsibleId === null ? [] : [responsibleId];
    const reminder = reminderAt(times, now);
    if (reminder) await this.tell(row, reminder, reminder === 'question_due' ? own : [...own, ...routers]);
    const second =
      responsibleId !== null && secondId === null && now >= times.secondFrom
        ? await this.replacing.askSecond(id, routing, now)
        : secondId;
    if (second !== null) await this.tell(row, 'question_late', [second], '/second');
  }

  private async keepTarget(row: WaitingRow, times: Times | null): Promise<void> {
    const { id, responsibleId, routing, waitingSince, targetAt } = row;
    const target = times?.target ?? null;
    if (responsibleId === null || target?.getTime() === targetAt?.getTime()) return;
    await this.database.transaction(async (tx) => {
      await tx.query(holdQuestion, [id]);
      const set = await tx.query(setTarget, [id, target, routing, waitingSince]);
      if (set.length > 0) await this.steps.tell(tx, id);
    });
  }

  private async tell({ id, networkId, routing }: WaitingRow, kind: Reminder, whom: string[], as = ''): Promise<void> {
    const key = `${id}/${routing}${as}`;
    const ledger = new Map(whom.map((personId) => [`hub/${kind}/${key}/${personId}`, personId]));
    const left = await this.database.query<{ key: string }>(untold, [[...ledger.keys()]]);
    if (left.length === 0) return;
    const personIds = left.flatMap((one) => ledger.get(one.key) ?? []);
    const foldKey = `${kind}/${id}`;
    await this.notifications.tellAll({ kind, about: { questionId: id }, personIds, key, foldKey, networkId });
  }
}

/** Whoever is answerable, or the first of those who route while nobody is. */
function keeperOf({ responsibleId, routers }: WaitingRow): string | null {
  return responsibleId ?? routers[0] ?? null;
}
