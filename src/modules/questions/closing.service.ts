/** Closing a question without an accepted answer, and opening it once more. */
import { Failure, type Parsed } from '@hub/contracts';
import { Database } from '@hub/database';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../identity/actor.js';
import { wrong } from '../partnerships/partnership-access.service.js';
import { settled } from './answering.service.js';
import { Answer } from './answer.entity.js';
import { originalFor } from './closing.queries.js';
import { Question } from './question.entity.js';
import { mayDo } from './questions.policy.js';
import { QuestionsService } from './questions.service.js';
import { endPause } from './remarks.queries.js';
import { ResumingService } from './resuming.service.js';
import { StepsService } from './steps.service.js';

@Injectable()
export class ClosingService {
  constructor(
    private readonly database: Database,
    private readonly questions: QuestionsService,
    private readonly resuming: ResumingService,
    private readonly steps: StepsService,
  ) {}

  async close(actor: Actor, { questionId: id, as, reason, duplicateOf }: Parsed<'question.close'>): Promise<void> {
    await this.database.transaction(async (tx) => {
      const question = await this.questions.held(tx, actor, id);
      if (question.closedAs === as && (await this.steps.isLatest(tx, id, { step: 'closed', by: actor.personId })))
        return;
      if (!mayDo(actor, question, new Date()).close.includes(as))
        throw new Failure('FORBIDDEN', 'Others decide how it is closed.');
      if (as === 'no_answer' && reason === '') throw wrong('reason', 'required');
      const original = as === 'duplicate' ? duplicateOf : null;
      if (as === 'duplicate' && (await tx.query(originalFor, [original, id, actor.personId])).length === 0)
        throw wrong('duplicateOf', 'not_a_choice');
      await tx.query(endPause, [id]);
      await tx.manager.update(
        Question,
        { id },
        {
          ...settled,
          state: 'closed',
          closedAs: as,
          closedBy: actor.personId,
          closedAt: () => 'now()',
          closedReason: reason,
          duplicateOf: original,
        },
      );
      await this.steps.take(tx, id, { step: 'closed', by: actor.personId, reason });
    });
  }

  /** What had helped does not stand any more. */
  async reopen(actor: Actor, { questionId: id, reason }: Parsed<'question.reopen'>): Promise<void> {
    await this.database.transaction(async (tx) => {
      const question = await this.questions.held(tx, actor, id);
      if (await this.steps.isLatest(tx, id, { step: 'reopened', by: actor.personId, to: question.responsibleId }))
        return;
      if (!mayDo(actor, question, new Date()).reopen) throw new Failure('FORBIDDEN', 'Others open it once more.');
      await tx.manager.update(Answer, { questionId: id }, { acceptedAt: null });
      const to = await this.resuming.waitAgain(tx, question);
      await this.steps.take(tx, id, { step: 'reopened', by: actor.personId, to, reason });
    });
  }
}
