import { Module } from '@nestjs/common';
import { BandsService } from './bands.service.js';

@Module({ providers: [BandsService], exports: [BandsService] })
export class CalendarModule {}
