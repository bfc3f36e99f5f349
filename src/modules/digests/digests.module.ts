import { Module } from '@nestjs/common';
import { ComingModule } from '../calendar/calendar.module.js';
import { MailModule } from '../mail/mail.module.js';
import { MattersModule, NotificationsModule } from '../notifications/notifications.module.js';
import { PreferencesModule } from '../preferences/preferences.module.js';
import { ComposingService } from './composing.service.js';
import { DigestRoundsService } from './digest-rounds.service.js';
import { DigestsJobs } from './digests.jobs.js';
import { OpenService } from './open.service.js';
import { WritingService } from './writing.service.js';

@Module({
  imports: [ComingModule, MailModule, MattersModule, NotificationsModule, PreferencesModule],
  providers: [OpenService, ComposingService, WritingService, DigestRoundsService, DigestsJobs],
})
export class DigestsWorker {}
