import { Module } from '@nestjs/common';
import { CalendarModule } from '../calendar/calendar.module.js';
import { JournalModule } from '../journal/journal.module.js';
import { VisitsModule } from '../visits/visits.module.js';
import { PlanModule } from './plan.module.js';
import { TimelineController } from './timeline.controller.js';
import { TimelineService } from './timeline.service.js';

@Module({
  imports: [PlanModule, JournalModule, VisitsModule, CalendarModule],
  providers: [TimelineService],
  exports: [TimelineService],
})
export class TimelineModule {}

@Module({ imports: [TimelineModule, PlanModule], controllers: [TimelineController] })
export class TimelineApi {}
