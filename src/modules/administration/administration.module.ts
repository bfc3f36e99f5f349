import { Module } from '@nestjs/common';
import { AdministrationController } from './administration.controller.js';
import { AuditService } from './audit.service.js';
import { FailedJobsController } from './failed-jobs.controller.js';
import { FailedJobsService } from './failed-jobs.service.js';
import { RosterService } from './roster.service.js';
import { TrailService } from './trail.service.js';

@Module({ providers: [AuditService, RosterService], exports: [AuditService, RosterService] })
export class AdministrationModule {}

@Module({
  imports: [AdministrationModule],
  providers: [TrailService, FailedJobsService],
  controllers: [AdministrationController, FailedJobsController],
})
export class AdministrationApi {}
