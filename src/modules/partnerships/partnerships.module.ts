import { Module } from '@nestjs/common';
import { ChannelsModule } from '../channels/channels.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { PartnershipsController } from './partnerships.controller.js';
import { PartnershipsService } from './partnerships.service.js';

@Module({
  imports: [IdentityModule, ChannelsModule],
  providers: [PartnershipsService],
  exports: [PartnershipsService],
})
export class PartnershipsModule {}

@Module({ imports: [PartnershipsModule], controllers: [PartnershipsController] })
export class PartnershipsApi {}
