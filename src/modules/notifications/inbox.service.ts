/** A person's inbox: what is open, put off or done, and how its events are shown. */
import type { Box, Notification, NotificationList, Parsed, UserEvent } from '@hub/contracts';
import { Database, type Transaction } from '@hub/database';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '../identity/actor.js';
import { JournalService, type UserRow } from '../journal/journal.service.js';
import { aboutOf, byIds, countOpen, inBox, markDone, markRead, putOff, type AboutRow } from './inbox.queries.js';

const listed = 50;

type Counts = Pick<NotificationList, 'unread' | 'needsMe'>;

/** A notification that was marked as read, and when. */
export interface Read {
  id: string;
  readAt: string;
}

interface Changed {
  id: string;
  doneAt: string | null;
  laterUntil: string | null;
}

@Injectable()
export class InboxService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly journal: JournalService,
  ) {}

  onModuleInit(): void {
    this.journal.showsPeopleTogether(['notification.created', 'notifications.read', 'notifications.changed'], (rows) =>
      this.show(rows),
    );
  }

  /** Counted and listed as of one moment, so that an event that comes meanwhile is in both or in neither. */
  list({ personId }: Pick<Actor, 'personId'>, box: Box): Promise<NotificationList> {
    return this.database.transaction(async (tx) => {
      await tx.query('set transaction isolation level repeatable read, read only');
      const counts = await this.counts(personId, tx);
      const notifications: Notification[] = [];
      for (const { about, sql, asNotification } of inBox(box)) {
        const some = await tx.prepared<never>(`inbox_${box}_${about}`, sql, [personId, listed]);
        notifications.push(...some.map(asNotification));
      }
      return { notifications: notifications.sort(orders[box]).slice(0, listed), ...counts };
    });
  }

  /** Marks those named, or all that are open; the person's other devices are told. */
  read({ personId }: Actor, ids?: string[]): Promise<{ unread: number }> {
    return this.database.transaction(async (tx) => {
      await this.tellRead(tx, personId, await tx.query<Read>(markRead, [personId, ids ?? null]));
      return { unread: (await this.counts(personId, tx)).unread };
    });
  }

  done({ personId }: Actor, { ids, done }: Parsed<'notification.done'>): Promise<{ unread: number }> {
    return this.change(personId, markDone, [personId, ids, done]);
  }

  later({ personId }: Actor, { ids, until }: Parsed<'notification.later'>): Promise<{ unread: number }> {
    return this.change(personId, putOff, [personId, ids, until]);
  }

  /** These were marked as read in this transaction. */
  async tellRead(tx: Transaction, personId: string, read: Read[]): Promise<void> {
    const [first] = read;
    if (!first) return;
    const ids = read.map(({ id }) => id);
    const subject = { ids, readAt: first.readAt, unread: (await this.counts(personId, tx)).unread };
    await this.journal.appendFor(tx, [{ personId, kind: 'notifications.read', subject }]);
  }

  /** These need nothing of the person any more, in the transaction in which that came about. */
  async settle(tx: Transaction, personId: string, ids: string[]): Promise<void> {
    if (ids.length > 0) await this.changeIn(tx, personId, markDone, [personId, ids, true]);
  }

  private change(personId: string, sql: string, values: unknown[]): Promise<{ unread: number }> {
    return this.database.transaction((tx) => this.changeIn(tx, personId, sql, values));
  }

  private async changeIn(
    tx: Transaction,
    personId: string,
    sql: string,
    values: unknown[],
  ): Promise<{ unread: number }> {
    const changed = await tx.query<Changed>(sql, values);
    const counts = await this.counts(personId, tx);
    const [first] = changed;
    if (first) {
      const { doneAt, laterUntil } = first;
      const subject = { ids: changed.map(({ id }) => id), doneAt, laterUntil, ...counts };
      await this.journal.appendFor(tx, [{ personId, kind: 'notifications.changed', subject }]);
    }
    return { unread: counts.unread };
  }

  private async counts(personId: string, tx: Transaction): Promise<Counts> {
    const [counts] = await tx.prepared<Counts>('inbox_counts', countOpen, [personId]);
    return counts ?? { unread: 0, needsMe: 0 };
  }

  /** Each as it is now; of what the person may no longer see, nothing. */
  private async show(rows: UserRow[]): Promise<Map<UserRow, UserEvent>> {
    const created = rows.filter(({ kind }) => kind === 'notification.created');
    const notifications = await this.ofPeople(created);
    // What was folded into it since is told once.
    const latest = new Map(created.map((row) => [row.key + idOf(row), row]));
    const shown = new Map<UserRow, UserEvent>();
    for (const row of rows) {
      const { key, seq: userSeq, kind, subject } = row;
      if (kind !== 'notification.created') {
        shown.set(row, { kind, userSeq, ...subject } as UserEvent);
        continue;
      }
      const notification = latest.get(key + idOf(row)) === row ? notifications.get(idOf(row)) : undefined;
      if (notification) shown.set(row, { kind, userSeq, notification });
    }
    return shown;
  }

  /**
   * Those that their people may still see, by id. Prepared, and only of what there is: it is asked for everybody who is
   * online and told of something.
   */
  private async ofPeople(created: UserRow[]): Promise<Map<string, Notification>> {
    if (created.length === 0) return new Map();
    const personOf = new Map(created.map((row) => [idOf(row), row.personId]));
    const about = new Map<AboutRow['about'], string[]>();
    const rows = await this.database.prepared<AboutRow>('inbox_about', aboutOf, [JSON.stringify([...personOf.keys()])]);
    for (const row of rows)
      if (row.personId === personOf.get(row.id)) about.set(row.about, [...(about.get(row.about) ?? []), row.id]);
    const found: Notification[] = [];
    for (const [subject, ids] of about) {
      const { sql, asNotification } = byIds[subject];
      const some = await this.database.prepared<never>(`inbox_${subject}`, sql, [JSON.stringify(ids)]);
      found.push(...some.map(asNotification));
    }
    return new Map(found.map((one) => [one.id, one]));
  }
}

const idOf = ({ subject }: UserRow) => (subject as { id: string }).id;
const byIdDown = (a: Notification, b: Notification) => b.id.localeCompare(a.id);
const textOf = (at: string | null) => at ?? '';
const orders: Record<Box, (a: Notification, b: Notification) => number> = {
  open: (a, b) => b.createdAt.localeCompare(a.createdAt) || byIdDown(a, b),
  later: (a, b) => textOf(a.laterUntil).localeCompare(textOf(b.laterUntil)) || byIdDown(a, b),
  done: (a, b) => textOf(b.doneAt).localeCompare(textOf(a.doneAt)) || byIdDown(a, b),
};
