import { Module } from '@nestjs/common';
import { AdministrationModule } from '../administration/administration.module.js';
import { CalendarModule } from '../calendar/calendar.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { ChallengesService } from './challenges.service.js';
import { IdentitiesController } from './identities.controller.js';
import { IdentitiesService } from './identities.service.js';
import { PasskeyEntryController } from './passkey-entry.controller.js';
import { PasskeyEntryService } from './passkey-entry.service.js';
import { PasskeysController } from './passkeys.controller.js';
import { PasskeysService } from './passkeys.service.js';
import { ProviderService } from './provider.service.js';
import { SessionOverviewController } from './session-overview.controller.js';
import { SessionOverviewService } from './session-overview.service.js';
import { TokensController } from './tokens.controller.js';
import { TokensService } from './tokens.service.js';

@Module({
  imports: [IdentityModule, AdministrationModule, CalendarModule],
  providers: [
    SessionOverviewService,
    ChallengesService,
    PasskeysService,
    PasskeyEntryService,
    TokensService,
    ProviderService,
    IdentitiesService,
  ],
  controllers: [
    SessionOverviewController,
    PasskeysController,
    PasskeyEntryController,
    TokensController,
    IdentitiesController,
  ],
})
export class SecurityApi {}
