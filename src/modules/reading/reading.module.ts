import { Module } from '@nestjs/common';
import { ChannelsModule } from '../channels/channels.module.js';
import { JournalModule } from '../journal/journal.module.js';
import { NotificationsModule } from '../notifications/notifications.module.js';
import { ReadingController } from './reading.controller.js';
import { ReadingService } from './reading.service.js';

@Module({
  imports: [ChannelsModule, JournalModule, NotificationsModule],
  controllers: [ReadingController],
  providers: [ReadingService],
})
export class ReadingApi {}
