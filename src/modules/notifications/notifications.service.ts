/** Tells people what concerns them, each thing once. */
import { Database, type Transaction } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { JournalService } from '../journal/journal.service.js';
import { PreferencesService } from '../preferences/preferences.service.js';
import { columnsOf, mailableFrom, restMs, type Told } from './telling.js';
import { notify, promiseMail, recordTold } from './telling.queries.js';

/** So many people are told in one transaction. */
const toldAtOnce = 200;

interface Notified {
  id: string;
  personId: string;
}

@Injectable()
export class NotificationsService {
  constructor(
    private readonly database: Database,
    private readonly journal: JournalService,
    private readonly preferences: PreferencesService,
  ) {}

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
    const { foldKey = null } = told;
    const counts = people.map((personId) => told.counts?.get(personId) ?? 1);
    const notified = await tx.query<Notified>(notify, [ids, people, kind, ...subject, foldKey, counts]);
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
    const times = await this.preferences.mailTimes(asked, mailableFrom(kind), tx);
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
      restMs(kind),
    ]);
    tx.afterCommit(() => this.database.promised());
  }
}
