/** What is said that is no answer: asking back, the asker's reply, and asking further. */
import { Failure, type Parsed } from '@hub/contracts';
import { Database, type Transaction } from '@hub/database';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../identity/actor.js';
import { Question, QuestionRemark } from './question.entity.js';
import { mayDo, speaksForAsker } from './questions.policy.js';
import { QuestionsService, type HeldQuestion } from './questions.service.js';
import { beginPause, endPause } from './remarks.queries.js';
import { ResumingService } from './resuming.service.js';
import { RoutingService } from './routing.service.js';
import { StepsService } from './steps.service.js';

@Injectable()
export class RemarksService {
  constructor(
    private readonly database: Database,
    private readonly questions: QuestionsService,
    private readonly routing: RoutingService,
    private readonly resuming: ResumingService,
    private readonly steps: StepsService,
  ) {}

  /** Once for its id. */
  async remark(actor: Actor, { questionId, id, body, asksBack }: Parsed<'question.remark'>): Promise<void> {
    const { personId: authorId } = actor;
    await this.database.transaction(async (tx) => {
      const question = await this.questions.held(tx, actor, questionId);
      const known = await tx.manager.findOneBy(QuestionRemark, { id });
      if (known?.authorId === authorId && known.questionId === questionId) return;
      const may = mayDo(actor, question, new Date());
      if (!may.remark) throw new Failure('FORBIDDEN', 'Others talk about this question.');
      if (asksBack && !may.askBack) throw new Failure('FORBIDDEN', 'Whoever is answerable asks back.');
      if (!(await tx.insertNew(QuestionRemark, { id, questionId, authorId, body, asksBack })))
        throw new Failure('CONFLICT', 'This id belongs to something else that was said.');
      if (asksBack) return this.askBack(tx, actor, question);
      if (speaksForAsker(actor, question)) return this.reply(tx, actor, question);
      await this.steps.tell(tx, questionId);
    });
  }

  private async askBack(tx: Transaction, { personId: by }: Actor, { id, askedBy }: HeldQuestion): Promise<void> {
    await tx.query(beginPause, [id]);
    await tx.manager.update(Question, { id }, { targetAt: null });
    await this.steps.take(tx, id, { step: 'asked_back', by, to: askedBy });
  }

  /** What was asked back is answered; of what was answered already, somebody waits again. */
  private async reply(tx: Transaction, { personId: by }: Actor, question: HeldQuestion): Promise<void> {
    const { id, paused, state } = question;
    if (paused) {
      await tx.query(endPause, [id]);
      await tx.manager.update(Question, { id }, { targetAt: await this.routing.reckon(tx, question) });
    }
    if (state === 'answered') await this.resuming.waitAgain(tx, question);
    await this.steps.take(tx, id, { step: 'replied', by, to: question.responsibleId });
  }
}
