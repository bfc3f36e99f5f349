import { Answerer, Doorkeeper, LiveGateway } from '@hub/realtime';
import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Commands } from '../../edge/commands.js';
import { ChannelsModule } from '../channels/channels.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { JournalModule } from '../journal/journal.module.js';
import { FirstAnswers } from './first-answers.js';
import { SessionDoorkeeper } from './session.doorkeeper.js';
import { SyncController } from './sync.controller.js';
import { SyncService } from './sync.service.js';

@Module({
  imports: [IdentityModule, ChannelsModule, JournalModule, DiscoveryModule],
  controllers: [SyncController],
  providers: [
    SyncService,
    LiveGateway,
    { provide: Doorkeeper, useClass: SessionDoorkeeper },
    Commands,
    { provide: Answerer, useExisting: Commands },
    FirstAnswers,
  ],
})
export class SyncApi {}
