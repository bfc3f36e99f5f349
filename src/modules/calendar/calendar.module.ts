import { Module } from '@nestjs/common';
import { AdministrationModule } from '../administration/administration.module.js';
import { NetworkAccessModule } from '../networks/network-access.module.js';
import { BandsController } from './bands.controller.js';
import { BandsService } from './bands.service.js';
import { ComingService } from './coming.service.js';
import { FeedReadingService } from './feed-reading.service.js';
import { FeedsController } from './feeds.controller.js';
import { FeedsService } from './feeds.service.js';
import { NextController } from './next.controller.js';
import { NextService } from './next.service.js';

const services = [BandsService, FeedsService];

@Module({ imports: [AdministrationModule, NetworkAccessModule], providers: services, exports: services })
export class CalendarModule {}

@Module({
  imports: [CalendarModule],
  providers: [FeedReadingService, NextService],
  controllers: [BandsController, FeedsController, NextController],
})
export class CalendarApi {}

@Module({ providers: [ComingService], exports: [ComingService] })
export class ComingModule {}
