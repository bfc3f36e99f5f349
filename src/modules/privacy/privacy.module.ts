import { Module } from '@nestjs/common';
import { AdministrationModule } from '../administration/administration.module.js';
import { JournalModule } from '../journal/journal.module.js';
import { ErasureService } from './erasure.service.js';
import { ExportService } from './export.service.js';
import { FaultsService } from './faults.service.js';
import { PrivacyController } from './privacy.controller.js';

@Module({
  imports: [AdministrationModule, JournalModule],
  controllers: [PrivacyController],
  providers: [ExportService, ErasureService, FaultsService],
})
export class PrivacyApi {}
