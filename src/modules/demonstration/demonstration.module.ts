import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.js';
import { DemonstrationController } from './demonstration.controller.js';
import { DemonstrationService } from './demonstration.service.js';

@Module({ imports: [IdentityModule], controllers: [DemonstrationController], providers: [DemonstrationService] })
export class DemonstrationApi {}
