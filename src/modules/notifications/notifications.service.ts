/** What concerns a person: the bell's list, and how its events are shown. */
import type { Notification, NotificationList, RoleNotification, UserEvent } from '@hub/contracts';
import { Database, type Transaction } from '@hub/database';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '../identity/actor.js';
import { JournalService, type UserRow } from '../journal/journal.service.js';
import { countUnreadEndings, endingsById, latestEndings } from './endings.queries.js';
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
    const [rows, endings, unread] = await Promise.all([
      this.database.query<NotificationRow>(latest, [actor.personId, listed]),
      this.database.query<RoleNotification>(latestEndings, [actor.personId, listed]),
      this.unread(actor.personId, this.database),
    ]);
    const notifications = [...rows.map(asNotification), ...endings].sort(latestFirst).slice(0, listed);
    return { notifications, unread, needsMe: notifications.filter(({ needs }) => needs === 'me').length };
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
    if (ids.length === 0) return new Map();
    const [rows, endings] = await Promise.all([
      this.database.query<NotificationRow>(byId, [personId, ids]),
      this.database.query<RoleNotification>(endingsById, [personId, ids]),
    ]);
    return new Map([...rows.map(asNotification), ...endings].map((one) => [one.id, one]));
  }

  private async unread(personId: string, from: Database | Transaction): Promise<number> {
    let unread = 0;
    for (const count of [countUnread, countUnreadEndings])
      unread += (await from.query<{ unread: number }>(count, [personId]))[0]?.unread ?? 0;
    return unread;
  }
}

const latestFirst = (a: Notification, b: Notification) =>
  b.createdAt.localeCompare(a.createdAt) || b.id.localeCompare(a.id);
