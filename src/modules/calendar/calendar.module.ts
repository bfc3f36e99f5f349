import { Module } from '@nestjs/common';
import { AdministrationModule } from '../administration/administration.module.js';
import { NetworkAccessModule } from '../networks/network-access.module.js';
import { BandsController } from './bands.controller.js';
import { BandsService } from './bands.service.js';
import { FeedReadingService } from './feed-reading.service.js';
import { FeedsController } from './feeds.controller.js';
import { FeedsService } from './feeds.service.js';
import { NextController } from './next.controller.js';
import { NextService } from './next.service.js';

@Module({ imports: [AdministrationModule], providers: [BandsService], exports: [BandsService] })
export class CalendarModule {}

@Module({
  imports: [CalendarModule, AdministrationModule, NetworkAccessModule],
  providers: [FeedsService, FeedReadingService, NextService],
  controllers: [BandsController, FeedsController, NextController],
})
export class CalendarApi {}
