/** What the worker does for questions: it tells people, writes letters, and looks for what is due. */
import { Module } from '@nestjs/common';
import { MattersModule, NotificationsModule } from '../notifications/notifications.module.js';
import { QuestionMattersService } from './question-matters.service.js';
import { QuestionTellingJobs } from './question-telling.jobs.js';

@Module({
  imports: [NotificationsModule, MattersModule],
  providers: [QuestionTellingJobs, QuestionMattersService],
})
export class QuestionsWorker {}
