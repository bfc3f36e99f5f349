import { Module } from '@nestjs/common';
import { ChannelsModule } from '../channels/channels.module.js';
import { PresenceController } from './presence.controller.js';
import { PresenceService } from './presence.service.js';

@Module({ imports: [ChannelsModule], controllers: [PresenceController], providers: [PresenceService] })
export class PresenceApi {}
