/** Tells the people a message calls, and project coordinators of what was reported, once however often the job runs. */
import { Database } from '@hub/database';
import { Handles } from '@hub/queue';
import { Injectable } from '@nestjs/common';
import { messageMentioned, messageReported } from '../messages/messages.jobs.js';
import { called, placeOfMessage, reportedTo } from './notifications.queries.js';
import { NotificationsService } from './notifications.service.js';

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
    await this.tell('mention', messageId, people, suppressed);
  }

  @Handles(messageReported)
  async report({ reportId }: { reportId: string }): Promise<void> {
    const people = await this.database.query<{ personId: string; messageId: string }>(reportedTo, [reportId]);
    if (people[0]) await this.tell('report', people[0].messageId, people);
  }

  private async tell(
    kind: 'mention' | 'report',
    messageId: string,
    people: { personId: string }[],
    suppressed?: ReadonlyMap<string, string>,
  ): Promise<void> {
    const [place] = await this.database.query<{ channelId: string; networkId: string }>(placeOfMessage, [messageId]);
    const personIds = people.map(({ personId }) => personId);
    await this.notifications.tellAll({ kind, personIds, about: { messageId }, key: messageId, ...place, suppressed });
  }
}
