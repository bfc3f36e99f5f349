import { Module } from '@nestjs/common';
import { AdministrationModule } from '../administration/administration.module.js';
import { JournalModule } from '../journal/journal.module.js';
import { NetworkAccessModule } from '../networks/network-access.module.js';
import { NotificationsModule } from '../notifications/notifications.module.js';
import { AcknowledgingService } from './acknowledging.service.js';
import { AudienceService } from './audience.service.js';
import { BroadcastsController } from './broadcasts.controller.js';
import { BroadcastsService } from './broadcasts.service.js';
import { DraftingService } from './drafting.service.js';
import { SendingService } from './sending.service.js';
import { TellingJobs } from './telling.jobs.js';

const services = [BroadcastsService, AudienceService, DraftingService, SendingService, AcknowledgingService];

@Module({
  imports: [AdministrationModule, JournalModule, NetworkAccessModule],
  providers: services,
  exports: services,
})
export class BroadcastsModule {}

@Module({ imports: [BroadcastsModule], controllers: [BroadcastsController] })
export class BroadcastsApi {}

@Module({ imports: [BroadcastsModule, NotificationsModule, JournalModule], providers: [TellingJobs] })
export class BroadcastsWorker {}
