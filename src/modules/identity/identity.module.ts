import { Module } from '@nestjs/common';
import { MailModule } from '../mail/mail.module.js';
import { EntryService } from './entry.service.js';
import { IdentityController } from './identity.controller.js';
import { PeopleService } from './people.service.js';
import { ProfileService } from './profile.service.js';
import { SessionsService } from './sessions.service.js';

const services = [SessionsService, ProfileService, PeopleService, EntryService];

@Module({ imports: [MailModule], providers: services, exports: services })
export class IdentityModule {}

@Module({ imports: [IdentityModule], controllers: [IdentityController] })
export class IdentityApi {}
