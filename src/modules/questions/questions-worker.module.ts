/** What the worker does for questions: it tells people, writes letters, and looks for what time brings. */
import { Module } from '@nestjs/common';
import { MattersModule, NotificationsModule } from '../notifications/notifications.module.js';
import { PreferencesModule } from '../preferences/preferences.module.js';
import { QuestionMattersService } from './question-matters.service.js';
import { QuestionRoundsService } from './question-rounds.service.js';
import { QuestionTellingJobs } from './question-telling.jobs.js';
import { QuestionsModule } from './questions.module.js';
import { RemindingService } from './reminding.service.js';
import { ReplacingService } from './replacing.service.js';

@Module({
  imports: [QuestionsModule, NotificationsModule, MattersModule, PreferencesModule],
  providers: [QuestionTellingJobs, QuestionMattersService, ReplacingService, RemindingService, QuestionRoundsService],
})
export class QuestionsWorker {}
