import { Module } from '@nestjs/common';
import { AdministrationModule } from '../administration/administration.module.js';
import { ChannelsModule } from '../channels/channels.module.js';
import { JournalModule } from '../journal/journal.module.js';
import { NetworkAccessModule } from '../networks/network-access.module.js';
import { MessagesController } from './messages.controller.js';
import { MessagesService } from './messages.service.js';
import { ReportsService } from './reports.service.js';
import { RevisingService } from './revising.service.js';
import { SendingService } from './sending.service.js';

const services = [MessagesService, SendingService, RevisingService, ReportsService];

@Module({
  imports: [ChannelsModule, JournalModule, NetworkAccessModule, AdministrationModule],
  providers: services,
  exports: services,
})
export class MessagesModule {}

@Module({ imports: [MessagesModule], controllers: [MessagesController] })
export class MessagesApi {}
