import { Module } from '@nestjs/common';
import { ChannelsModule } from '../channels/channels.module.js';
import { MessagesController } from './messages.controller.js';
import { MessagesGateway } from './messages.gateway.js';
import { MessagesService } from './messages.service.js';
import { SendingService } from './sending.service.js';

const services = [MessagesService, SendingService];

@Module({ imports: [ChannelsModule], providers: services, exports: services })
export class MessagesModule {}

@Module({ imports: [MessagesModule], controllers: [MessagesController], providers: [MessagesGateway] })
export class MessagesApi {}
