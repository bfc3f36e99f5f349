/** By when a question that waits is to be answered, and who is reminded of it: each once while the same one is answerable. */
import { Database } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { NotificationsService } from '../notifications/notifications.service.js';
import { PreferencesService } from '../preferences/preferences.service.js';
import { ReplacingService } from './replacing.service.js';
import { secondFor, type Answering } from './routing.policy.js';
import { holdQuestion, setTarget, untold } from './rounds.queries.js';
import { StepsService } from './steps.service.js';
import type { Calendar } from './target.policy.js';
import { reminderAt, timesOf, type Reminder, type Times } from './timers.policy.js';

export interface WaitingRow {
  id: string;
  networkId: string;
  askedBy: string;
  responsibleId: string | null;
  secondId: string | null;
  tagIds: string[];
  /** Whoever gave it out of their hands. */
  unwilling: string[];
  routing: number;
  routedAt: Date | null;
  waitingSince: Date;
  targetAt: Date | null;
  responseDays: number;
  invented: boolean;
  routers: string[];
  pausedFrom: Date[];
  pausedUntil: (Date | null)[];
}

/** What some of whom it concerns may not have been told. */
interface ToRemind {
  /** Of the question. */
  id: string;
  networkId: string;
  kind: Reminder;
  key: string;
  personIds: string[];
}

/** What is known of all that waits in one round. */
interface Known {
  answering: ReadonlyMap<string, Answering>;
  calendars: ReadonlyMap<string, Calendar>;
  now: Date;
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

  /** Asks a second person where it is time for that; what is to be told by now, whether it was or not. */
  async remind(row: WaitingRow, known: Known): Promise<ToRemind[]> {
    const calendar = known.calendars.get(keeperOf(row) ?? '');
    if (!calendar) return [];
    const pauses = row.pausedFrom.map((fromAt, index) => ({ fromAt, untilAt: row.pausedUntil[index] ?? null }));
    const times = timesOf({ ...row, pauses, calendar });
    await this.keepTarget(row, times);
    if (!times || row.invented) return [];
    const { responsibleId, routers } = row;
    const own = responsibleId === null ? [] : [responsibleId];
    const reminder = reminderAt(times, known.now);
    const secondId = await this.second(row, times, known);
    return [
      ...(reminder ? [toRemind(row, reminder, reminder === 'question_due' ? own : [...own, ...routers])] : []),
      ...(secondId === null ? [] : [toRemind(row, 'question_late', [secondId], '/second')]),
    ];
  }

  /** Those of them that somebody was not told, with just these people. */
  async untold(all: readonly ToRemind[]): Promise<ToRemind[]> {
    const keyOf = ({ kind, key }: ToRemind, personId: string) => `hub/${kind}/${key}/${personId}`;
    const keys = all.flatMap((one) => one.personIds.map((personId) => keyOf(one, personId)));
    if (keys.length === 0) return [];
    const left = new Set((await this.database.query<{ key: string }>(untold, [keys])).map(({ key }) => key));
    return all.flatMap((one) => {
      const personIds = one.personIds.filter((personId) => left.has(keyOf(one, personId)));
      return personIds.length === 0 ? [] : { ...one, personIds };
    });
  }

  tell({ id, kind, ...told }: ToRemind): Promise<void> {
    return this.notifications.tellAll({ ...told, kind, about: { questionId: id }, foldKey: `${kind}/${id}` });
  }

  /** Nothing is held for what cannot be: only where somebody is there to be asked. */
  private async second(row: WaitingRow, { secondFrom }: Times, { answering, now }: Known): Promise<string | null> {
    const { id, networkId, responsibleId, secondId, routing } = row;
    const network = answering.get(networkId);
    if (!network || responsibleId === null) return null;
    if (network.candidates.some((one) => one.id === secondId)) return secondId;
    if (now < secondFrom || secondFor({ ...row, responsibleId }, network, now) === null) return null;
    return this.replacing.askSecond(id, routing, now);
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
}

function toRemind({ id, networkId, routing }: WaitingRow, kind: Reminder, personIds: string[], as = ''): ToRemind {
  return { id, networkId, kind, key: `${id}/${routing}${as}`, personIds };
}

/** Whoever is answerable, or the first of those who route while nobody is. */
function keeperOf({ responsibleId, routers }: WaitingRow): string | null {
  return responsibleId ?? routers[0] ?? null;
}
