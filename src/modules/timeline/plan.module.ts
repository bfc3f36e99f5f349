import { Module } from '@nestjs/common';
import { AdministrationModule } from '../administration/administration.module.js';
import { CalendarModule } from '../calendar/calendar.module.js';
import { JournalModule } from '../journal/journal.module.js';
import { PlanningService } from './planning.service.js';
import { TellingService } from './telling.service.js';

const services = [PlanningService, TellingService];

/** What networks and partnerships need to lay out their plans, and whoever changes something on a timeline to tell of it. */
@Module({ imports: [AdministrationModule, CalendarModule, JournalModule], providers: services, exports: services })
export class PlanModule {}
