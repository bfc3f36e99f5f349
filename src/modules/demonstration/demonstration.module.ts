import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.js';
import { MailModule } from '../mail/mail.module.js';
import { DemonstrationController } from './demonstration.controller.js';
import { DemonstrationService } from './demonstration.service.js';

@Module({
  imports: [IdentityModule, MailModule],
  controllers: [DemonstrationController],
  providers: [DemonstrationService],
})
export class DemonstrationApi {}
