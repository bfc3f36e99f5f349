import { Module } from '@nestjs/common';
import { CalendarModule } from '../calendar/calendar.module.js';
import { ChannelsModule } from '../channels/channels.module.js';
import { JournalModule } from '../journal/journal.module.js';
import { MessagesModule } from '../messages/messages.module.js';
import { VisitsModule } from '../visits/visits.module.js';
import { EvidenceService } from './evidence.service.js';
import { LogService } from './log.service.js';
import { MilestoneChangesService } from './milestone-changes.service.js';
import { MilestonesController } from './milestones.controller.js';
import { MilestonesService } from './milestones.service.js';
import { PlanModule } from './plan.module.js';
import { TimelineController } from './timeline.controller.js';
import { TimelineService } from './timeline.service.js';

const services = [TimelineService, LogService, MilestonesService, MilestoneChangesService, EvidenceService];

@Module({
  imports: [PlanModule, JournalModule, ChannelsModule, MessagesModule, VisitsModule, CalendarModule],
  providers: services,
  exports: services,
})
export class TimelineModule {}

@Module({ imports: [TimelineModule, PlanModule], controllers: [TimelineController, MilestonesController] })
export class TimelineApi {}
