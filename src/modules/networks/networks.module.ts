import { Module } from '@nestjs/common';
import { AdministrationModule } from '../administration/administration.module.js';
import { ChannelsModule } from '../channels/channels.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { PartnershipsModule } from '../partnerships/partnerships.module.js';
import { PlanModule } from '../timeline/plan.module.js';
import { ChangingService } from './changing.service.js';
import { FoundingService } from './founding.service.js';
import { NetworkAccessModule } from './network-access.module.js';
import { NetworksController } from './networks.controller.js';
import { NetworksService } from './networks.service.js';
import { ThemesService } from './themes.service.js';

@Module({
  imports: [IdentityModule, AdministrationModule, NetworkAccessModule, ChannelsModule, PartnershipsModule, PlanModule],
  controllers: [NetworksController],
  providers: [NetworksService, FoundingService, ChangingService, ThemesService],
})
export class NetworksApi {}
