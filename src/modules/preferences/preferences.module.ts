import { Module } from '@nestjs/common';
import { AdministrationModule } from '../administration/administration.module.js';
import { ChannelsModule } from '../channels/channels.module.js';
import { MailModule } from '../mail/mail.module.js';
import { NetworkAccessModule } from '../networks/network-access.module.js';
import { ChoosingService } from './choosing.service.js';
import { DigestRulesService } from './digest-rules.service.js';
import { PreferencesController } from './preferences.controller.js';
import { PreferencesService } from './preferences.service.js';
import { UnsubscriptionsController } from './unsubscriptions.controller.js';
import { UnsubscriptionsService } from './unsubscriptions.service.js';

const services = [PreferencesService, DigestRulesService];

@Module({ providers: services, exports: services })
export class PreferencesModule {}

@Module({
  imports: [AdministrationModule, ChannelsModule, MailModule, NetworkAccessModule],
  providers: [ChoosingService, UnsubscriptionsService],
  controllers: [PreferencesController, UnsubscriptionsController],
})
export class PreferencesApi {}
