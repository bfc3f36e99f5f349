import { Module } from '@nestjs/common';
import { AdministrationModule } from '../administration/administration.module.js';
import { JournalModule } from '../journal/journal.module.js';
import { NetworkAccessModule } from '../networks/network-access.module.js';
import { ChannelsController } from './channels.controller.js';
import { ChannelsService } from './channels.service.js';
import { DirectService } from './direct.service.js';
import { EnrolmentService } from './enrolment.service.js';
import { JoiningService } from './joining.service.js';
import { ManagingService } from './managing.service.js';
import { OpeningService } from './opening.service.js';
import { RoomsService } from './rooms.service.js';
import { TopicsController } from './topics.controller.js';
import { TopicsService } from './topics.service.js';

const services = [
  ChannelsService,
  TopicsService,
  EnrolmentService,
  OpeningService,
  ManagingService,
  DirectService,
  JoiningService,
  RoomsService,
];

@Module({ imports: [JournalModule, NetworkAccessModule, AdministrationModule], providers: services, exports: services })
export class ChannelsModule {}

@Module({ imports: [ChannelsModule], controllers: [ChannelsController, TopicsController] })
export class ChannelsApi {}
