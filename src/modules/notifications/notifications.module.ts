import { Module } from '@nestjs/common';
import { JournalModule } from '../journal/journal.module.js';
import { MailModule } from '../mail/mail.module.js';
import { PreferencesModule } from '../preferences/preferences.module.js';
import { ComingAgainService } from './coming-again.service.js';
import { ComposingService } from './composing.service.js';
import { ConversationsService } from './conversations.service.js';
import { DueLettersService } from './due-letters.service.js';
import { EndingsJobs } from './endings.jobs.js';
import { InboxService } from './inbox.service.js';
import { MattersService } from './matters.service.js';
import { MessageMattersService } from './message-matters.service.js';
import { NotificationsController } from './notifications.controller.js';
import { NotificationsJobs } from './notifications.jobs.js';
import { NotificationsService } from './notifications.service.js';
import { PostmanJobs } from './postman.jobs.js';
import { PostmanService } from './postman.service.js';
import { RoleMattersService } from './role-matters.service.js';
import { SettlingService } from './settling.service.js';
import { TimelineMattersService } from './timeline-matters.service.js';
import { TimelineTellingJobs } from './timeline-telling.jobs.js';
import { TimelineTellingService } from './timeline-telling.service.js';

@Module({
  imports: [JournalModule, PreferencesModule],
  providers: [NotificationsService, InboxService],
  exports: [NotificationsService, InboxService],
})
export class NotificationsModule {}

@Module({ imports: [NotificationsModule], controllers: [NotificationsController] })
export class NotificationsApi {}

/** What letters say: features add their own. */
@Module({
  providers: [MattersService, MessageMattersService, RoleMattersService, TimelineMattersService],
  exports: [MattersService],
})
export class MattersModule {}

@Module({
  imports: [NotificationsModule, PreferencesModule, JournalModule, MailModule, MattersModule],
  providers: [
    NotificationsJobs,
    EndingsJobs,
    TimelineTellingJobs,
    ConversationsService,
    TimelineTellingService,
    ComingAgainService,
    ComposingService,
    DueLettersService,
    PostmanService,
    SettlingService,
    PostmanJobs,
  ],
})
export class NotificationsWorker {}
