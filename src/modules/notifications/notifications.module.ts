import { Module } from '@nestjs/common';
import { JournalModule } from '../journal/journal.module.js';
import { MailModule } from '../mail/mail.module.js';
import { PreferencesModule } from '../preferences/preferences.module.js';
import { EndingsJobs } from './endings.jobs.js';
import { NotificationsController } from './notifications.controller.js';
import { NotificationsJobs } from './notifications.jobs.js';
import { NotificationsService } from './notifications.service.js';

@Module({
  imports: [JournalModule, PreferencesModule],
  providers: [NotificationsService],
  exports: [NotificationsService],
})
export class NotificationsModule {}

@Module({ imports: [NotificationsModule], controllers: [NotificationsController] })
export class NotificationsApi {}

@Module({ imports: [NotificationsModule, MailModule], providers: [NotificationsJobs, EndingsJobs] })
export class NotificationsWorker {}
