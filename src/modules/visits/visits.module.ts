import { Module } from '@nestjs/common';
import { JournalModule } from '../journal/journal.module.js';
import { PartnershipsModule } from '../partnerships/partnerships.module.js';
import { PlanModule } from '../timeline/plan.module.js';
import { VisitChangesService } from './visit-changes.service.js';
import { VisitsController } from './visits.controller.js';
import { VisitsService } from './visits.service.js';

const services = [VisitsService, VisitChangesService];

@Module({ imports: [JournalModule, PartnershipsModule, PlanModule], providers: services, exports: services })
export class VisitsModule {}

@Module({ imports: [VisitsModule], controllers: [VisitsController] })
export class VisitsApi {}
