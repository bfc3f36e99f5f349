import type { Parsed } from '@hub/contracts';
import { Controller } from '@nestjs/common';
import { Input, Me, Route } from '../../edge/route.js';
import type { Actor } from '../identity/actor.js';
import { AnsweringService } from './answering.service.js';
import { RemarksService } from './remarks.service.js';

@Controller()
export class AnswersController {
  constructor(
    private readonly answering: AnsweringService,
    private readonly remarks: RemarksService,
  ) {}

  @Route('question.remark')
  remark(@Me() actor: Actor, @Input() input: Parsed<'question.remark'>): Promise<void> {
    return this.remarks.remark(actor, input);
  }

  @Route('answer.post')
  post(@Me() actor: Actor, @Input() input: Parsed<'answer.post'>): Promise<void> {
    return this.answering.post(actor, input);
  }

  @Route('answer.edit')
  edit(@Me() actor: Actor, @Input() input: Parsed<'answer.edit'>): Promise<void> {
    return this.answering.edit(actor, input);
  }

  @Route('answer.accept')
  accept(@Me() actor: Actor, @Input() input: Parsed<'answer.accept'>): Promise<void> {
    return this.answering.accept(actor, input);
  }

  @Route('answer.endorse')
  endorse(@Me() actor: Actor, @Input() input: Parsed<'answer.endorse'>): Promise<void> {
    return this.answering.endorse(actor, input);
  }
}
