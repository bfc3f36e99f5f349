import { Module } from '@nestjs/common';
import { AdministrationModule } from '../administration/administration.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { MailModule } from '../mail/mail.module.js';
import { NetworkAccessModule } from '../networks/network-access.module.js';
import { PartnershipsModule } from '../partnerships/partnerships.module.js';
import { AcceptingService } from './accepting.service.js';
import { EntranceController } from './entrance.controller.js';
import { EntranceJobs } from './entrance.jobs.js';
import { InvitationsController } from './invitations.controller.js';
import { InvitationsService } from './invitations.service.js';
import { InvitingService } from './inviting.service.js';
import { SigningInService } from './signing-in.service.js';

@Module({
  imports: [AdministrationModule, IdentityModule, MailModule, NetworkAccessModule, PartnershipsModule],
  controllers: [EntranceController, InvitationsController],
  providers: [SigningInService, AcceptingService, InvitationsService, InvitingService],
})
export class EntranceApi {}

@Module({ imports: [MailModule], providers: [EntranceJobs] })
export class EntranceWorker {}
