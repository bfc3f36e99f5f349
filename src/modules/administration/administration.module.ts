import { Module } from '@nestjs/common';
import { NetworkAccessModule } from '../networks/network-access.module.js';
import { AdministrationController } from './administration.controller.js';
import { AuditService } from './audit.service.js';
import { FailedJobsController } from './failed-jobs.controller.js';
import { FailedJobsService } from './failed-jobs.service.js';
import { FailingAddressesController } from './failing-addresses.controller.js';
import { FailingAddressesService } from './failing-addresses.service.js';
import { RosterService } from './roster.service.js';
import { TrailService } from './trail.service.js';

@Module({ providers: [AuditService, RosterService], exports: [AuditService, RosterService] })
export class AdministrationModule {}

@Module({
  imports: [AdministrationModule, NetworkAccessModule],
  providers: [TrailService, FailedJobsService, FailingAddressesService],
  controllers: [AdministrationController, FailedJobsController, FailingAddressesController],
})
export class AdministrationApi {}
