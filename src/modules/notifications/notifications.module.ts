import { Module } from '@nestjs/common';
import { NotificationsController } from './notifications.controller.js';
import { NotificationsGateway } from './notifications.gateway.js';
import { NotificationsJobs } from './notifications.jobs.js';
import { NotificationsService } from './notifications.service.js';

@Module({ providers: [NotificationsService], exports: [NotificationsService] })
export class NotificationsModule {}

@Module({ imports: [NotificationsModule], controllers: [NotificationsController], providers: [NotificationsGateway] })
export class NotificationsApi {}

@Module({ imports: [NotificationsModule], providers: [NotificationsJobs] })
export class NotificationsWorker {}
