import { Doorkeeper, LiveGateway } from '@hub/realtime';
import { Module } from '@nestjs/common';
import { ChannelsModule } from '../channels/channels.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { MessagesModule } from '../messages/messages.module.js';
import { NotificationsModule } from '../notifications/notifications.module.js';
import { SessionDoorkeeper } from './session.doorkeeper.js';
import { SyncController } from './sync.controller.js';
import { SyncGateway } from './sync.gateway.js';
import { SyncService } from './sync.service.js';

@Module({
  imports: [IdentityModule, ChannelsModule, MessagesModule, NotificationsModule],
  controllers: [SyncController],
  providers: [SyncService, SyncGateway, LiveGateway, { provide: Doorkeeper, useClass: SessionDoorkeeper }],
})
export class SyncApi {}
