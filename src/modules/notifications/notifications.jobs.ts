/** Tells the people a message mentions: one ledger row, one notification and one event for each, however often the job runs. */
import { Database, type Transaction } from '@hub/database';
import { Handles } from '@hub/queue';
import { Live, personRoom } from '@hub/realtime';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { messageMentioned } from '../messages/messages.jobs.js';
import { Notification } from './notification.entity.js';
import { appendUserEvent, mentioned, recordDelivery } from './notifications.queries.js';
import { NotificationsService } from './notifications.service.js';

@Injectable()
export class NotificationsJobs {
  constructor(
    private readonly database: Database,
    private readonly notifications: NotificationsService,
    private readonly live: Live,
  ) {}

  @Handles(messageMentioned)
  async tell({ messageId }: { messageId: string }): Promise<void> {
    const people = await this.database.query<{ personId: string }>(mentioned, [messageId]);
    for (const { personId } of people) {
      const seq = await this.database.transaction((tx) => this.record(tx, personId, messageId));
      if (seq === undefined) continue;
      const events = await this.notifications.eventsAfter(personId, seq - 1, 1);
      this.live.emit(personRoom(personId), events);
    }
  }

  /** The seq of the person's event, or undefined when this was done before. */
  private async record(tx: Transaction, personId: string, messageId: string): Promise<number | undefined> {
    const delivery = [uuidv7(), personId, messageId, `hub/mention/${messageId}/${personId}`];
    const [recorded] = await tx.query(recordDelivery, delivery);
    if (!recorded) return undefined;
    const id = uuidv7();
    await tx.manager.insert(Notification, { id, personId, kind: 'mention', messageId });
    const [event] = await tx.query<{ seq: number }>(appendUserEvent, [
      personId,
      'notification.created',
      JSON.stringify({ id }),
    ]);
    return event?.seq;
  }
}
