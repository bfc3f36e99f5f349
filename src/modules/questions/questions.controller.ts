import type {
  Expectation,
  MessageOrigin,
  Parsed,
  QuestionForm,
  QuestionInbox,
  QuestionList,
  QuestionPage,
} from '@hub/contracts';
import { Controller } from '@nestjs/common';
import { Input, Me, Route } from '../../edge/route.js';
import type { Actor } from '../identity/actor.js';
import { AskingService } from './asking.service.js';
import { ClosingService } from './closing.service.js';
import { ExpectingService } from './expecting.service.js';
import { QuestionsService } from './questions.service.js';
import { WaitingService } from './waiting.service.js';

@Controller()
export class QuestionsController {
  constructor(
    private readonly questions: QuestionsService,
    private readonly waiting: WaitingService,
    private readonly expecting: ExpectingService,
    private readonly asking: AskingService,
    private readonly closing: ClosingService,
  ) {}

  @Route('question.list')
  list(@Me() actor: Actor, @Input() input: Parsed<'question.list'>): Promise<QuestionList> {
    return this.questions.list(actor, input);
  }

  @Route('question.inbox')
  inbox(@Me() actor: Actor): Promise<QuestionInbox> {
    return this.waiting.inbox(actor);
  }

  /** Before the one below, which has a place for an id. */
  @Route('question.origins')
  origins(@Me() actor: Actor, @Input() input: Parsed<'question.origins'>): Promise<MessageOrigin[]> {
    return this.questions.origins(actor, input);
  }

  @Route('question.read')
  page(@Me() actor: Actor, @Input() { questionId }: Parsed<'question.read'>): Promise<QuestionPage> {
    return this.questions.page(actor, questionId);
  }

  @Route('question.form')
  form(@Me() actor: Actor, @Input() { networkSlug }: Parsed<'question.form'>): Promise<QuestionForm> {
    return this.expecting.form(actor, networkSlug);
  }

  @Route('question.expect')
  expect(@Me() actor: Actor, @Input() input: Parsed<'question.expect'>): Promise<Expectation> {
    return this.expecting.expect(actor, input);
  }

  @Route('question.ask')
  ask(@Me() actor: Actor, @Input() input: Parsed<'question.ask'>): Promise<void> {
    return this.asking.ask(actor, input);
  }

  @Route('question.change')
  change(@Me() actor: Actor, @Input() input: Parsed<'question.change'>): Promise<void> {
    return this.asking.change(actor, input);
  }

  @Route('question.share')
  share(@Me() actor: Actor, @Input() input: Parsed<'question.share'>): Promise<void> {
    return this.asking.share(actor, input);
  }

  @Route('question.close')
  close(@Me() actor: Actor, @Input() input: Parsed<'question.close'>): Promise<void> {
    return this.closing.close(actor, input);
  }

  @Route('question.reopen')
  reopen(@Me() actor: Actor, @Input() input: Parsed<'question.reopen'>): Promise<void> {
    return this.closing.reopen(actor, input);
  }
}
