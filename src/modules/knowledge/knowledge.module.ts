import { Module } from '@nestjs/common';
import { AdministrationModule } from '../administration/administration.module.js';
import { QuestionsModule } from '../questions/questions.module.js';
import { KeepingService } from './keeping.service.js';
import { KnowledgeController } from './knowledge.controller.js';
import { NotesService } from './notes.service.js';
import { SimilarService } from './similar.service.js';

const services = [NotesService, KeepingService, SimilarService];

@Module({ imports: [AdministrationModule, QuestionsModule], providers: services, controllers: [KnowledgeController] })
export class KnowledgeApi {}
