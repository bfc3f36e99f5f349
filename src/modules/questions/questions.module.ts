import { Module } from '@nestjs/common';
import { AdministrationModule } from '../administration/administration.module.js';
import { JournalModule } from '../journal/journal.module.js';
import { NetworkAccessModule } from '../networks/network-access.module.js';
import { PreferencesModule } from '../preferences/preferences.module.js';
import { AnsweringService } from './answering.service.js';
import { AnswersController } from './answers.controller.js';
import { AskingService } from './asking.service.js';
import { AwayService } from './away.service.js';
import { ClosingService } from './closing.service.js';
import { ExpectingService } from './expecting.service.js';
import { QuestionsController } from './questions.controller.js';
import { QuestionsService } from './questions.service.js';
import { RemarksService } from './remarks.service.js';
import { ResumingService } from './resuming.service.js';
import { RoutingController } from './routing.controller.js';
import { RoutingService } from './routing.service.js';
import { RulesService } from './rules.service.js';
import { StepsService } from './steps.service.js';
import { WaitingService } from './waiting.service.js';

const services = [
  QuestionsService,
  StepsService,
  RoutingService,
  AskingService,
  ExpectingService,
  AnsweringService,
  RemarksService,
  ResumingService,
  ClosingService,
  WaitingService,
  RulesService,
  AwayService,
];

@Module({
  imports: [AdministrationModule, JournalModule, NetworkAccessModule, PreferencesModule],
  providers: services,
  exports: services,
})
export class QuestionsModule {}

@Module({ imports: [QuestionsModule], controllers: [QuestionsController, AnswersController, RoutingController] })
export class QuestionsApi {}
