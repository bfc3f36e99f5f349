import { Module } from '@nestjs/common';
import { AdministrationModule } from '../administration/administration.module.js';
import { ChannelsModule } from '../channels/channels.module.js';
import { JournalModule } from '../journal/journal.module.js';
import { MailModule } from '../mail/mail.module.js';
import { NetworkAccessModule } from '../networks/network-access.module.js';
import { MattersModule, NotificationsModule } from '../notifications/notifications.module.js';
import { PreferencesModule } from '../preferences/preferences.module.js';
import { AcknowledgementsController } from './acknowledgements.controller.js';
import { AcknowledgingService } from './acknowledging.service.js';
import { AudienceService } from './audience.service.js';
import { BroadcastMattersService } from './broadcast-matters.service.js';
import { BroadcastsController } from './broadcasts.controller.js';
import { BroadcastsService } from './broadcasts.service.js';
import { CorrectingService } from './correcting.service.js';
import { DraftingService } from './drafting.service.js';
import { DraftsController } from './drafts.controller.js';
import { LinksService } from './links.service.js';
import { NotSentJobs } from './not-sent.jobs.js';
import { ReachService } from './reach.service.js';
import { RoundsService } from './rounds.service.js';
import { SendingService } from './sending.service.js';
import { TellingJobs } from './telling.jobs.js';
import { TestingJobs } from './testing.jobs.js';
import { TestingService } from './testing.service.js';

const services = [
  BroadcastsService,
  AudienceService,
  DraftingService,
  TestingService,
  SendingService,
  CorrectingService,
  AcknowledgingService,
  LinksService,
  ReachService,
];

@Module({
  imports: [AdministrationModule, JournalModule, ChannelsModule, NetworkAccessModule, NotificationsModule],
  providers: services,
  exports: services,
})
export class BroadcastsModule {}

@Module({
  imports: [BroadcastsModule],
  controllers: [BroadcastsController, DraftsController, AcknowledgementsController],
})
export class BroadcastsApi {}

@Module({
  imports: [BroadcastsModule, NotificationsModule, MattersModule, JournalModule, MailModule, PreferencesModule],
  providers: [TellingJobs, TestingJobs, NotSentJobs, RoundsService, BroadcastMattersService],
})
export class BroadcastsWorker {}
