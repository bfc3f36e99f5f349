/** Tells the people a message calls: one ledger row, one notification and one event for each, however often the job runs. */
import { Database } from '@hub/database';
import { Handles } from '@hub/queue';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { JournalService } from '../journal/journal.service.js';
import { messageMentioned, messageReported } from '../messages/messages.jobs.js';
import { Notification } from './notification.entity.js';
import { called, recordDelivery, reportedTo } from './notifications.queries.js';

interface Told {
  personId: string;
  messageId: string;
  kind: 'mention' | 'report';
  /** Why it is not told, for the ledger. */
  reason: string | null;
}

@Injectable()
export class NotificationsJobs {
  constructor(
    private readonly database: Database,
    private readonly journal: JournalService,
  ) {}

  @Handles(messageMentioned)
  async mention({ messageId }: { messageId: string }): Promise<void> {
    const people = await this.database.query<{ personId: string; reason: string | null }>(called, [messageId]);
    for (const { personId, reason } of people) await this.tell({ personId, messageId, kind: 'mention', reason });
  }

  @Handles(messageReported)
  async report({ reportId }: { reportId: string }): Promise<void> {
    const people = await this.database.query<{ personId: string; messageId: string }>(reportedTo, [reportId]);
    for (const { personId, messageId } of people)
      await this.tell({ personId, messageId, kind: 'report', reason: null });
  }

  private async tell({ personId, messageId, kind, reason }: Told): Promise<void> {
    await this.database.transaction(async (tx) => {
      const delivery = [uuidv7(), personId, kind, messageId, `hub/${kind}/${messageId}/${personId}`, reason];
      const [recorded] = await tx.query(recordDelivery, delivery);
      if (!recorded || reason !== null) return;
      const id = uuidv7();
      await tx.manager.insert(Notification, { id, personId, kind, messageId });
      await this.journal.appendFor(tx, [{ personId, kind: 'notification.created', subject: { id } }]);
    });
  }
}
