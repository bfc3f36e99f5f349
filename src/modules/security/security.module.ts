import { Module } from '@nestjs/common';
import { AdministrationModule } from '../administration/administration.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { ChallengesService } from './challenges.service.js';
import { PasskeyEntryController } from './passkey-entry.controller.js';
import { PasskeyEntryService } from './passkey-entry.service.js';
import { PasskeysController } from './passkeys.controller.js';
import { PasskeysService } from './passkeys.service.js';
import { SessionOverviewController } from './session-overview.controller.js';
import { SessionOverviewService } from './session-overview.service.js';

@Module({
  imports: [IdentityModule, AdministrationModule],
  providers: [SessionOverviewService, ChallengesService, PasskeysService, PasskeyEntryService],
  controllers: [SessionOverviewController, PasskeysController, PasskeyEntryController],
})
export class SecurityApi {}
