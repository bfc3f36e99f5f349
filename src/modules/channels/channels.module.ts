import { Module } from '@nestjs/common';
import { ChannelsController } from './channels.controller.js';
import { ChannelsService } from './channels.service.js';

@Module({ providers: [ChannelsService], exports: [ChannelsService] })
export class ChannelsModule {}

@Module({ imports: [ChannelsModule], controllers: [ChannelsController] })
export class ChannelsApi {}
