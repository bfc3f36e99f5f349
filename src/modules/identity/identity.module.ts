import { Module } from '@nestjs/common';
import { AdministrationModule } from '../administration/administration.module.js';
import { MailModule } from '../mail/mail.module.js';
import { AccountsService } from './accounts.service.js';
import { EndingsService } from './endings.service.js';
import { EntryService } from './entry.service.js';
import { HoldingsService } from './holdings.service.js';
import { IdentityController } from './identity.controller.js';
import { MembershipsController } from './memberships.controller.js';
import { MembershipsService } from './memberships.service.js';
import { PeopleService } from './people.service.js';
import { ProfileService } from './profile.service.js';
import { ProofService } from './proof.service.js';
import { SessionsService } from './sessions.service.js';

const services = [
  SessionsService,
  ProofService,
  ProfileService,
  PeopleService,
  EntryService,
  MembershipsService,
  AccountsService,
  HoldingsService,
];

@Module({ imports: [AdministrationModule, MailModule], providers: services, exports: services })
export class IdentityModule {}

@Module({ providers: [EndingsService], exports: [EndingsService] })
export class IdentityWorker {}

@Module({ imports: [IdentityModule, AdministrationModule], controllers: [IdentityController, MembershipsController] })
export class IdentityApi {}
