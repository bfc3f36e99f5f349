/** What concerns a person: the bell's list, and the person's own events. */
import type { Notification, NotificationList, UserEvent } from '@hub/contracts';
import { Database } from '@hub/database';
import { Live, personRoom } from '@hub/realtime';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../identity/actor.js';
import {
  appendUserEvent,
  byId,
  countUnread,
  latest,
  markRead,
  userEventsAfter,
  userHead,
} from './notifications.queries.js';

const listed = 50;
/** A client further behind than this fetches its list afresh. */
export const furthestBehind = 200;

type EventRow =
  | { seq: number; kind: 'notification.created'; subject: { id: string } }
  | { seq: number; kind: 'notifications.read'; subject: { ids: string[]; readAt: string; unread: number } };

@Injectable()
export class NotificationsService {
  constructor(
    private readonly database: Database,
    private readonly live: Live,
  ) {}

  async list(actor: Actor): Promise<NotificationList> {
    const [notifications, unread] = await Promise.all([
      this.database.query<Notification>(latest, [actor.personId, listed]),
      this.unread(actor.personId),
    ]);
    return { notifications, unread };
  }

  /** Marks those named, or all; the person's other devices are told. */
  async read(actor: Actor, ids?: string[]): Promise<{ unread: number }> {
    const { personId } = actor;
    return this.database.transaction(async (tx) => {
      const marked = await tx.query<{ id: string }>(markRead, [personId, ids ?? null]);
      const [count] = await tx.query<{ unread: number }>(countUnread, [personId]);
      const unread = count?.unread ?? 0;
      if (marked.length === 0) return { unread };
      const subject = { ids: marked.map(({ id }) => id), readAt: new Date().toISOString(), unread };
      const [event] = await tx.query<{ seq: number }>(appendUserEvent, [
        personId,
        'notifications.read',
        JSON.stringify(subject),
      ]);
      if (event)
        tx.afterCommit(() =>
          this.live.emit(personRoom(personId), [{ kind: 'notifications.read', userSeq: event.seq, ...subject }]),
        );
      return { unread };
    });
  }

  async head(personId: string): Promise<number> {
    const [row] = await this.database.query<{ head: number }>(userHead, [personId]);
    return row?.head ?? 0;
  }

  /** A person's events in order. One about something the person may no longer see is left out. */
  async eventsAfter(personId: string, after: number, limit: number = furthestBehind): Promise<UserEvent[]> {
    const rows = await this.database.query<EventRow>(userEventsAfter, [personId, after, limit]);
    const created = rows.flatMap((row) => (row.kind === 'notification.created' ? [row.subject.id] : []));
    const notifications = await this.byId(personId, created);
    return rows.flatMap((row): UserEvent[] => {
      if (row.kind === 'notifications.read') return [{ kind: row.kind, userSeq: row.seq, ...row.subject }];
      const notification = notifications.get(row.subject.id);
      return notification ? [{ kind: row.kind, userSeq: row.seq, notification }] : [];
    });
  }

  private async byId(personId: string, ids: string[]): Promise<Map<string, Notification>> {
    const rows = ids.length === 0 ? [] : await this.database.query<Notification>(byId, [personId, ids]);
    return new Map(rows.map((row) => [row.id, row]));
  }

  private async unread(personId: string): Promise<number> {
    const [row] = await this.database.query<{ unread: number }>(countUnread, [personId]);
    return row?.unread ?? 0;
  }
}
