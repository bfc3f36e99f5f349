/** Answers: posted, edited, accepted by whoever asked, and endorsed by whoever advises. */
import { Failure, type Parsed } from '@hub/contracts';
import { Database, type Transaction } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '../identity/actor.js';
import { Answer, AnswerEndorsement, AnswerVersion } from './answer.entity.js';
import { refuseMessage } from './asking.service.js';
import { Question } from './question.entity.js';
import { mayDo, mayDoWith, roleOf } from './questions.policy.js';
import { QuestionsService, type HeldQuestion } from './questions.service.js';
import { endPause } from './remarks.queries.js';
import { StepsService } from './steps.service.js';

/** Nobody waits any more, and nothing runs. */
export const settled = { waitingSince: null, targetAt: null };

@Injectable()
export class AnsweringService {
  constructor(
    private readonly database: Database,
    private readonly questions: QuestionsService,
    private readonly steps: StepsService,
  ) {}

  /** Once for its id. */
  async post(actor: Actor, { questionId, ...answer }: Parsed<'answer.post'>): Promise<void> {
    const { personId: authorId } = actor;
    await this.database.transaction(async (tx) => {
      const question = await this.questions.held(tx, actor, questionId);
      const known = await tx.manager.findOneBy(Answer, { id: answer.id });
      if (known?.authorId === authorId && known.questionId === questionId) return;
      if (!mayDo(actor, question, new Date()).answer) throw forbidden();
      if (answer.messageId !== null) await refuseMessage(tx, actor, answer.messageId, question.networkId);
      const row = { ...answer, questionId, authorId, role: roleOf(actor, question.networkId) };
      if (!(await tx.insertNew(Answer, row))) throw new Failure('CONFLICT', 'This id belongs to another answer.');
      if (question.state !== 'accepted') {
        await tx.query(endPause, [questionId]);
        await tx.manager.update(Question, { id: questionId }, { ...settled, state: 'answered' });
      }
      await this.steps.take(tx, questionId, { step: 'answered', by: authorId });
    });
  }

  /** The same change once more is done. */
  async edit(actor: Actor, { answerId, baseVersion, body, sources }: Parsed<'answer.edit'>): Promise<void> {
    const current = await this.database.transaction(async (tx) => {
      const { question, answer } = await this.held(tx, actor, answerId);
      if (!mayDoWith(actor, question, answer).edit) throw forbidden();
      const { id, version, editedAt, at } = answer;
      if (answer.body === body && isDeepStrictEqual(answer.sources, sources)) return undefined;
      if (version !== baseVersion) return { id, body: answer.body, sources: answer.sources, version };
      const before = { answerId, version, body: answer.body, sources: answer.sources, at: editedAt ?? at };
      await tx.manager.insert(AnswerVersion, before);
      await tx.manager.update(Answer, { id }, { body, sources, version: version + 1, editedAt: () => 'now()' });
      await this.steps.take(tx, question.id, { step: 'answer_edited', by: actor.personId });
      return undefined;
    });
    if (current) throw new Failure('CONFLICT', 'The answer was changed meanwhile.', { current });
  }

  /** One of them helped: with it the question is settled. */
  async accept(actor: Actor, { answerId, accepted }: Parsed<'answer.accept'>): Promise<void> {
    await this.database.transaction(async (tx) => {
      const { question, answer } = await this.held(tx, actor, answerId);
      if (!mayDoWith(actor, question, answer).accept) throw forbidden();
      if ((answer.acceptedAt !== null) === accepted) return;
      await tx.manager.update(Answer, { questionId: question.id }, { acceptedAt: null });
      if (accepted) await tx.manager.update(Answer, { id: answerId }, { acceptedAt: () => 'now()' });
      await tx.query(endPause, [question.id]);
      const state = accepted ? 'accepted' : 'answered';
      await tx.manager.update(Question, { id: question.id }, { ...settled, state });
      await this.steps.take(tx, question.id, { step: accepted ? 'accepted' : 'unaccepted', by: actor.personId });
    });
  }

  async endorse(actor: Actor, { answerId, endorsed }: Parsed<'answer.endorse'>): Promise<void> {
    const { personId } = actor;
    await this.database.transaction(async (tx) => {
      const { question, answer } = await this.held(tx, actor, answerId);
      if (!mayDoWith(actor, question, answer).endorse) throw forbidden();
      const known = await tx.manager.findOneBy(AnswerEndorsement, { answerId, personId });
      if ((known !== null) === endorsed) return;
      if (!endorsed) {
        await tx.manager.delete(AnswerEndorsement, { answerId, personId });
        return this.steps.tell(tx, question.id);
      }
      await tx.manager.insert(AnswerEndorsement, { answerId, personId, role: roleOf(actor, question.networkId) });
      await this.steps.take(tx, question.id, { step: 'endorsed', by: personId });
    });
  }

  /** With its question, for whoever sees that, while its network is open. */
  async held(tx: Transaction, actor: Actor, answerId: string): Promise<{ question: HeldQuestion; answer: Answer }> {
    const found = await tx.manager.findOneBy(Answer, { id: answerId });
    if (!found) throw new Failure('NOT_FOUND', 'There is nothing here.');
    const question = await this.questions.held(tx, actor, found.questionId);
    // As it is now that its question is held.
    return { question, answer: await tx.manager.findOneByOrFail(Answer, { id: answerId }) };
  }
}

const forbidden = () => new Failure('FORBIDDEN', 'Others do this with an answer.');
