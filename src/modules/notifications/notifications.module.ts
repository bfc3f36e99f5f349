import { Module } from '@nestjs/common';
import { JournalModule } from '../journal/journal.module.js';
import { MailModule } from '../mail/mail.module.js';
import { PreferencesModule } from '../preferences/preferences.module.js';
import { ComingAgainService } from './coming-again.service.js';
import { EndingsJobs } from './endings.jobs.js';
import { InboxService } from './inbox.service.js';
import { NotificationsController } from './notifications.controller.js';
import { NotificationsJobs } from './notifications.jobs.js';
import { NotificationsService } from './notifications.service.js';

@Module({
  imports: [JournalModule, PreferencesModule],
  providers: [NotificationsService, InboxService],
  exports: [NotificationsService, InboxService],
})
export class NotificationsModule {}

@Module({ imports: [NotificationsModule], controllers: [NotificationsController] })
export class NotificationsApi {}

@Module({
  imports: [NotificationsModule, JournalModule, MailModule],
  providers: [NotificationsJobs, EndingsJobs, ComingAgainService],
})
export class NotificationsWorker {}
