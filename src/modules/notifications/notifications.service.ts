/** What concerns a person: the bell's list, and how its events are shown. */
import type { Notification, NotificationList, UserEvent } from '@hub/contracts';
import { Database, type Transaction } from '@hub/database';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '../identity/actor.js';
import { JournalService, type UserRow } from '../journal/journal.service.js';
import { asNotification, byId, countUnread, latest, markRead, type NotificationRow } from './notifications.queries.js';

const listed = 50;

/** A notification that was marked as read, and when. */
export interface Read {
  id: string;
  readAt: string;
}

@Injectable()
export class NotificationsService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly journal: JournalService,
  ) {}

  onModuleInit(): void {
    this.journal.showsPeople(['notification.created', 'notifications.read'], (personId, rows) =>
      this.show(personId, rows),
    );
  }

  async list(actor: Actor): Promise<NotificationList> {
    const [rows, unread] = await Promise.all([
      this.database.query<NotificationRow>(latest, [actor.personId, listed]),
      this.unread(actor.personId, this.database),
    ]);
    return { notifications: rows.map(asNotification), unread };
  }

  /** Marks those named, or all; the person's other devices are told. */
  async read(actor: Actor, ids?: string[]): Promise<{ unread: number }> {
    const { personId } = actor;
    return this.database.transaction(async (tx) => {
      await this.tellRead(tx, personId, await tx.query<Read>(markRead, [personId, ids ?? null]));
      return { unread: await this.unread(personId, tx) };
    });
  }

  /** These were marked as read in this transaction. */
  async tellRead(tx: Transaction, personId: string, read: Read[]): Promise<void> {
    const [first] = read;
    if (!first) return;
    const ids = read.map(({ id }) => id);
    const subject = { ids, readAt: first.readAt, unread: await this.unread(personId, tx) };
    await this.journal.appendFor(tx, [{ personId, kind: 'notifications.read', subject }]);
  }

  private async show(personId: string, rows: UserRow[]): Promise<UserEvent[]> {
    const created = rows.flatMap(({ kind, subject }) =>
      kind === 'notification.created' ? [(subject as { id: string }).id] : [],
    );
    const notifications = await this.byId(personId, created);
    return rows.flatMap(({ seq: userSeq, kind, subject }): UserEvent[] => {
      if (kind === 'notifications.read') {
        const read = subject as { ids: string[]; readAt: string; unread: number };
        return [{ kind, userSeq, ...read }];
      }
      const notification = notifications.get((subject as { id: string }).id);
      return kind === 'notification.created' && notification ? [{ kind, userSeq, notification }] : [];
    });
  }

  private async byId(personId: string, ids: string[]): Promise<Map<string, Notification>> {
    const rows = ids.length === 0 ? [] : await this.database.query<NotificationRow>(byId, [personId, ids]);
    return new Map(rows.map((row) => [row.id, asNotification(row)]));
  }

  private async unread(personId: string, from: Database | Transaction): Promise<number> {
    const [row] = await from.query<{ unread: number }>(countUnread, [personId]);
    return row?.unread ?? 0;
  }
}
