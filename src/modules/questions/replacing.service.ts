/** Who is asked instead: for somebody who is away or not there any more, and beside somebody who has not answered in time. */
import { Database } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { Question } from './question.entity.js';
import { QuestionsService } from './questions.service.js';
import { isGone, replacementFor, secondFor, type Answering } from './routing.policy.js';
import { RoutingService } from './routing.service.js';
import { unwilling } from './rounds.queries.js';
import { StepsService } from './steps.service.js';

@Injectable()
export class ReplacingService {
  constructor(
    private readonly database: Database,
    private readonly questions: QuestionsService,
    private readonly routing: RoutingService,
    private readonly steps: StepsService,
  ) {}

  /** By whom the questions of all their networks are answered. */
  answeringIn(questions: readonly { networkId: string }[]): Promise<Map<string, Answering>> {
    return this.routing.answeringIn([...new Set(questions.map(({ networkId }) => networkId))]);
  }

  /** Goes from whoever is gone to whoever stands in, or else back to the queue. Whether it did. */
  replace(questionId: string, now: Date): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const question = await this.questions.heldForAll(tx, questionId);
      if (question?.state !== 'routed' || question.responsibleId === null) return false;
      const given = { ...question, responsibleId: question.responsibleId };
      const answering = await this.routing.answering(question.networkId, tx);
      if (!isGone(given, answering, now)) return false;
      const next = replacementFor(given, answering, now);
      const rerouted = { step: 'rerouted', by: null } as const;
      if (next === null) await this.routing.release(tx, question, rerouted);
      else await this.routing.give(tx, question, next, rerouted);
      return true;
    });
  }

  /** Answers whoever is asked, now or before; null where nobody is. */
  askSecond(questionId: string, routing: number, now: Date): Promise<string | null> {
    return this.database.transaction(async (tx) => {
      const question = await this.questions.heldForAll(tx, questionId);
      if (question?.state !== 'routed' || question.routing !== routing || question.paused) return null;
      const { networkId, responsibleId, secondId: before } = question;
      if (responsibleId === null) return null;
      const answering = await this.routing.answering(networkId, tx);
      if (answering.candidates.some(({ id }) => id === before)) return before;
      const gaveAway = (await tx.query<{ id: string }>(unwilling, [questionId])).map(({ id }) => id);
      const secondId = secondFor({ ...question, responsibleId, unwilling: gaveAway }, answering, now);
      if (secondId === null) return null;
      await tx.manager.update(Question, { id: questionId }, { secondId });
      await this.steps.take(tx, questionId, { step: 'second_asked', by: null, to: secondId });
      return secondId;
    });
  }
}
