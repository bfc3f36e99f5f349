/** Tells the recipients of a broadcast, in an order that says nothing about them. */
import { Database } from '@hub/database';
import { Handles } from '@hub/queue';
import { Injectable } from '@nestjs/common';
import { JournalService } from '../journal/journal.service.js';
import { NotificationsService } from '../notifications/notifications.service.js';
import { broadcastSent } from './broadcasts.jobs.js';
import { recipientsInTurn } from './telling.queries.js';

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
    for (let after = ''; ;) {
      const some = await this.database.query<InTurn>(recipientsInTurn, [broadcastId, version, after, atOnce]);
      const [last] = some.slice(-1);
      if (!last) return;
      const personIds = some.map(({ personId }) => personId);
      await this.database.transaction(async (tx) => {
        await this.notifications.tell(tx, {
          kind: 'broadcast',
          personIds,
          about: { broadcastId },
          key: `${broadcastId}/${version}`,
          foldKey: `broadcast/${broadcastId}`,
          networkId: last.networkId,
        });
        await this.journal.appendFor(
          tx,
          personIds.map((personId) => ({ personId, kind: 'broadcast.changed', subject: { broadcastId } })),
        );
      });
      after = last.turn;
    }
  }
}
