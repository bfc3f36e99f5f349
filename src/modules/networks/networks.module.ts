import { Module } from '@nestjs/common';
import { ChannelsModule } from '../channels/channels.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { PartnershipsModule } from '../partnerships/partnerships.module.js';
import { NetworksController } from './networks.controller.js';
import { NetworksService } from './networks.service.js';

@Module({
  imports: [IdentityModule, ChannelsModule, PartnershipsModule],
  controllers: [NetworksController],
  providers: [NetworksService],
})
export class NetworksApi {}
