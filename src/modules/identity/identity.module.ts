import { Module } from '@nestjs/common';
import { IdentityController } from './identity.controller.js';
import { PeopleService } from './people.service.js';
import { ProfileService } from './profile.service.js';
import { SessionsService } from './sessions.service.js';

const services = [SessionsService, ProfileService, PeopleService];

@Module({ providers: services, exports: services })
export class IdentityModule {}

@Module({ imports: [IdentityModule], controllers: [IdentityController] })
export class IdentityApi {}
