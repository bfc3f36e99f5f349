import { Module } from '@nestjs/common';
import { AdministrationModule } from '../administration/administration.module.js';
import { ChannelsModule } from '../channels/channels.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { NetworkAccessModule } from '../networks/network-access.module.js';
import { PlanModule } from '../timeline/plan.module.js';
import { FormingService } from './forming.service.js';
import { GovernmentsService } from './governments.service.js';
import { PartnershipAccessService } from './partnership-access.service.js';
import { PartnershipChangesService } from './partnership-changes.service.js';
import { PartnershipsController } from './partnerships.controller.js';
import { PartnershipsService } from './partnerships.service.js';
import { SeatsController } from './seats.controller.js';
import { SeatsService } from './seats.service.js';

const services = [
  PartnershipsService,
  FormingService,
  PartnershipChangesService,
  GovernmentsService,
  PartnershipAccessService,
  SeatsService,
];

@Module({
  imports: [IdentityModule, AdministrationModule, ChannelsModule, NetworkAccessModule, PlanModule],
  providers: services,
  exports: services,
})
export class PartnershipsModule {}

@Module({ imports: [PartnershipsModule], controllers: [PartnershipsController, SeatsController] })
export class PartnershipsApi {}
