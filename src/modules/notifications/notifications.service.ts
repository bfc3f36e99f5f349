/** What concerns a person: the bell's list, and how its events are shown. */
import type { Notification, NotificationList, RoleNotification, UserEvent } from '@hub/contracts';
import { Database, type Transaction } from '@hub/database';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../identity/actor.js';
import { JournalService, type UserRow } from '../journal/journal.service.js';
import { countUnreadEndings, endingsById, latestEndings } from './endings.queries.js';
import { PreferencesService } from '../preferences/preferences.service.js';
import { asNotification, byId, countUnread, latest, markRead, type NotificationRow } from './notifications.queries.js';
import { columnsOf, mailableFrom, type Told } from './telling.js';
import { notify, promiseMail, recordTold } from './telling.queries.js';

const listed = 50;
/** So many people are told in one transaction. */
const toldAtOnce = 200;

/** A notification that was marked as read, and when. */
export interface Read {
  id: string;
  readAt: string;
}

interface Notified {
  id: string;
  personId: string;
}

@Injectable()
export class NotificationsService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly journal: JournalService,
    private readonly preferences: PreferencesService,
  ) {}

  onModuleInit(): void {
    this.journal.showsPeople(['notification.created', 'notifications.read'], (personId, rows) =>
      this.show(personId, rows),
    );
  }

  /**
   * The one way in for what is told to people: a row of the ledger, the notification, its event, and, where it is to be
   * mailed, a row that waits for the postman. Nothing for whom it was told before.
   */
  async tell(tx: Transaction, told: Told): Promise<void> {
    const { kind, about, key, suppressed } = told;
    const subject = columnsOf(about);
    const subjectId = subject.find((id) => id !== null);
    const personIds = [...new Set(told.personIds)];
    const reasons = personIds.map((personId) => suppressed?.get(personId) ?? null);
    const recorded = await tx.query<{ personId: string; reason: string | null }>(recordTold, [
      personIds.map(() => uuidv7()),
      personIds,
      reasons,
      kind,
      subjectId,
      key,
    ]);
    const people = recorded.flatMap(({ personId, reason }) => (reason === null ? [personId] : []));
    if (people.length === 0) return;
    const ids = people.map(() => uuidv7());
    const notified = await tx.query<Notified>(notify, [ids, people, kind, ...subject, told.foldKey ?? null]);
    await this.journal.appendFor(
      tx,
      notified.map(({ id, personId }) => ({ personId, kind: 'notification.created', subject: { id } })),
    );
    if (!told.unmailed) await this.promiseMail(tx, told, notified, [subjectId, key]);
  }

  /** For a job that tells many: some at a time, so that nobody's other news waits for the last of them. */
  async tellAll(told: Told): Promise<void> {
    const personIds = [...told.personIds].sort();
    for (let first = 0; first < personIds.length; first += toldAtOnce) {
      const some = personIds.slice(first, first + toldAtOnce);
      await this.database.transaction((tx) => this.tell(tx, { ...told, personIds: some }));
    }
  }

  private async promiseMail(tx: Transaction, told: Told, notified: Notified[], rest: unknown[]): Promise<void> {
    const { kind, networkId = null, channelId = null } = told;
    const asked = notified.map(({ personId }) => ({ personId, kind, networkId, channelId }));
    const times = await this.preferences.mailTimes(asked, mailableFrom(kind));
    const mailed = notified.flatMap((one, index) => {
      const { mail, at } = times[index] ?? {};
      return mail === 'now' && at ? [{ ...one, at }] : [];
    });
    if (mailed.length === 0) return;
    await tx.query(promiseMail, [
      mailed.map(() => uuidv7()),
      mailed.map(({ personId }) => personId),
      mailed.map(({ id }) => id),
      mailed.map(({ at }) => at),
      kind,
      ...rest,
    ]);
    tx.afterCommit(() => this.database.promised());
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
