/** Tells whom a step of a question concerns. */
import type { NotificationKind } from '@hub/contracts';
import { Database } from '@hub/database';
import { Handles } from '@hub/queue';
import { Injectable } from '@nestjs/common';
import { NotificationsService } from '../notifications/notifications.service.js';
import { stepToTell } from './question-telling.queries.js';
import { questionChanged } from './questions.jobs.js';

interface ToTell {
  kind: NotificationKind;
  networkId: string;
  personIds: string[];
}

@Injectable()
export class QuestionTellingJobs {
  constructor(
    private readonly database: Database,
    private readonly notifications: NotificationsService,
  ) {}

  /** What is said of it and was not read is brought up to date, not repeated. */
  @Handles(questionChanged)
  async changed({ questionId, number }: { questionId: string; number: number }): Promise<void> {
    const toTell = await this.database.query<ToTell>(stepToTell, [questionId, number]);
    for (const told of toTell)
      await this.notifications.tellAll({
        ...told,
        about: { questionId },
        key: `${questionId}/${number}`,
        foldKey: `${told.kind}/${questionId}`,
      });
  }
}
