import { Module } from '@nestjs/common';
import { AdministrationModule } from '../administration/administration.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { SessionOverviewController } from './session-overview.controller.js';
import { SessionOverviewService } from './session-overview.service.js';

@Module({
  imports: [IdentityModule, AdministrationModule],
  providers: [SessionOverviewService],
  controllers: [SessionOverviewController],
})
export class SecurityApi {}
