/**
 * Looks now and then, in the worker, for what time brings to questions: targets, reminders, a second person, days away, and
 * notes to look at again. All of it follows from rows, so it goes on after a restart where it was, with an empty queue as
 * well, and two that look at once do it once.
 */
import { Database } from '@hub/database';
import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Log } from '../../edge/log.js';
import { NotificationsService } from '../notifications/notifications.service.js';
import { RemindingService, type WaitingRow } from './reminding.service.js';
import { ReplacingService } from './replacing.service.js';
import { notesToReview, waiting } from './rounds.queries.js';
import { isGone, type Answering } from './routing.policy.js';

/** These come by days, in the days of many zones. */
const everyMs = 60_000;
const firstMs = 5_000;

interface NoteRow {
  id: string;
  key: string;
  networkId: string;
  personIds: string[];
}

@Injectable()
export class QuestionRoundsService implements OnModuleInit, OnModuleDestroy {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private stopped = false;

  constructor(
    private readonly database: Database,
    private readonly notifications: NotificationsService,
    private readonly replacing: ReplacingService,
    private readonly reminding: RemindingService,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.again(firstMs);
  }

  onModuleDestroy(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  async look(now = new Date()): Promise<void> {
    const rows = await this.database.query<WaitingRow>(waiting);
    const answering = await this.replacing.answeringIn(rows);
    // Whoever is answerable from now on is reminded by their own calendar.
    const given = await this.eachAlone(
      rows.filter((row) => isWithout(row, answering.get(row.networkId), now)),
      ({ id }) => this.replacing.replace(id, now),
    );
    const known = given.includes(true) ? await this.database.query<WaitingRow>(waiting) : rows;
    const calendars = await this.reminding.calendarsOf(known);
    const reminders = await this.eachAlone(known, (row) => this.reminding.remind(row, { answering, calendars, now }));
    const untold = await this.reminding.untold(reminders.flatMap((some) => some ?? []));
    await this.eachAlone(untold, (reminder) => this.reminding.tell(reminder));
    const notes = await this.database.query<NoteRow>(notesToReview);
    await this.eachAlone(notes, ({ id, ...told }) =>
      this.notifications.tellAll({ kind: 'note_review', about: { noteId: id }, foldKey: `note_review/${id}`, ...told }),
    );
  }

  /** One that fails keeps no other waiting; what it says may hold texts. */
  private async eachAlone<One extends { id: string }, Done>(
    all: readonly One[],
    work: (one: One) => Promise<Done>,
  ): Promise<(Done | undefined)[]> {
    const done: (Done | undefined)[] = [];
    for (const one of all)
      done.push(
        await work(one).catch((error: unknown) => {
          this.log.error(
            { error: error instanceof Error ? error.name : typeof error, id: one.id },
            'what a question waits for was not looked after',
          );
          return undefined;
        }),
      );
    return done;
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

/** A demonstration says who answers its questions. */
function isWithout(
  { responsibleId, invented, ...row }: WaitingRow,
  answering: Answering | undefined,
  now: Date,
): boolean {
  return responsibleId !== null && !invented && !!answering && isGone({ ...row, responsibleId }, answering, now);
}
