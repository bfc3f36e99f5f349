/** Tells the recipients of a broadcast, in an order that says nothing about them. */
import { Database } from '@hub/database';
import { Handles } from '@hub/queue';
import { Injectable } from '@nestjs/common';
import { JournalService } from '../journal/journal.service.js';
import { NotificationsService } from '../notifications/notifications.service.js';
import { acknowledgementMissing, broadcastSent } from './broadcasts.jobs.js';
import { missingInTurn, recipientsInTurn } from './telling.queries.js';

/** So many in one transaction: they are told at the same moment, and nobody's other news waits for all of them. */
const atOnce = 500;

interface InTurn {
  personId: string;
  turn: string;
  networkId: string;
}

@Injectable()
export class TellingJobs {
  constructor(
    private readonly database: Database,
    private readonly notifications: NotificationsService,
    private readonly journal: JournalService,
  ) {}

  /** What was corrected meanwhile is told by the correction. */
  @Handles(broadcastSent)
  async sent({ broadcastId, version }: { broadcastId: string; version: number }): Promise<void> {
    await this.tellInTurn(recipientsInTurn, [broadcastId, version], {
      kind: 'broadcast',
      about: { broadcastId },
      key: `${broadcastId}/${version}`,
      foldKey: `broadcast/${broadcastId}`,
    });
  }

  @Handles(acknowledgementMissing)
  async missing({ broadcastId, version, number }: Missing): Promise<void> {
    await this.tellInTurn(missingInTurn, [broadcastId, version, number], {
      kind: 'acknowledgement_missing',
      about: { broadcastId },
      key: `${broadcastId}/${version}/${number}`,
      foldKey: `missing/${broadcastId}`,
    });
  }

  private async tellInTurn(sql: string, of: unknown[], told: Omit<Told, 'personIds'>): Promise<void> {
    for (let after: string | undefined = ''; after !== undefined;)
      after = await this.tellSome(sql, [...of, after], told);
  }

  /** Answers after whom to go on; nothing where nobody is left. */
  private tellSome(sql: string, of: unknown[], told: Omit<Told, 'personIds'>): Promise<string | undefined> {
    return this.database.transaction(async (tx) => {
      const some = await tx.query<InTurn>(sql, [...of, atOnce]);
      const [last] = some.slice(-1);
      if (!last) return undefined;
      const personIds = some.map(({ personId }) => personId);
      await this.notifications.tell(tx, { ...told, personIds, networkId: last.networkId });
      const subject = told.about;
      const events = personIds.map((personId) => ({ personId, kind: 'broadcast.changed' as const, subject }));
      if (told.kind === 'broadcast') await this.journal.appendFor(tx, events);
      return last.turn;
    });
  }
}

type Told = Parameters<NotificationsService['tell']>[1];
interface Missing {
  broadcastId: string;
  version: number;
  number: number;
}
