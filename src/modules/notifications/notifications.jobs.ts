/** Tells the people a message calls, and project coordinators of what was reported, once however often the job runs. */
import { Database } from '@hub/database';
import { Handles } from '@hub/queue';
import { Injectable } from '@nestjs/common';
import { messageMentioned, messageReported } from '../messages/messages.jobs.js';
import { called, placeOfMessage, reportedTo } from './notifications.queries.js';
import { NotificationsService } from './notifications.service.js';
import type { Told } from './telling.js';

interface ToTell extends Pick<Told, 'key' | 'foldKey' | 'suppressed'> {
  kind: 'mention' | 'report';
  messageId: string;
  people: { personId: string }[];
}

@Injectable()
export class NotificationsJobs {
  constructor(
    private readonly database: Database,
    private readonly notifications: NotificationsService,
  ) {}

  @Handles(messageMentioned)
  async mention({ messageId }: { messageId: string }): Promise<void> {
    const people = await this.database.query<{ personId: string; reason: string | null }>(called, [messageId]);
    const suppressed = new Map(people.flatMap(({ personId, reason }) => (reason === null ? [] : [[personId, reason]])));
    await this.tell({ kind: 'mention', messageId, key: messageId, people, suppressed });
  }

  /** What is reported again while the first report is unread counts up. */
  @Handles(messageReported)
  async report({ reportId }: { reportId: string }): Promise<void> {
    const people = await this.database.query<{ personId: string; messageId: string }>(reportedTo, [reportId]);
    const [first] = people;
    if (!first) return;
    const { messageId } = first;
    await this.tell({ kind: 'report', messageId, key: reportId, foldKey: `report/${messageId}`, people });
  }

  private async tell({ messageId, people, ...told }: ToTell): Promise<void> {
    const [place] = await this.database.query<{ channelId: string; networkId: string }>(placeOfMessage, [messageId]);
    const personIds = people.map(({ personId }) => personId);
    await this.notifications.tellAll({ ...told, personIds, about: { messageId }, ...place });
  }
}
