/** Who is asked instead: for somebody who is away or not there any more, and beside somebody who has not answered in time. */
import { Database } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { Question } from './question.entity.js';
import { QuestionsService } from './questions.service.js';
import { awayToday, ruleFor, whoAnswers, type Rule } from './routing.policy.js';
import { rulesOf } from './routing.queries.js';
import { RoutingService } from './routing.service.js';
import { secondsOf, unwilling } from './rounds.queries.js';
import { StepsService } from './steps.service.js';

@Injectable()
export class ReplacingService {
  constructor(
    private readonly database: Database,
    private readonly questions: QuestionsService,
    private readonly routing: RoutingService,
    private readonly steps: StepsService,
  ) {}

  /** Goes from whoever is away today, or may not answer any more, to whoever stands in, or else back to the queue. Whether it did. */
  replace(questionId: string, now: Date): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const question = await this.questions.heldForAll(tx, questionId);
      if (question?.state !== 'routed' || question.responsibleId === null) return false;
      const { networkId, askedBy, responsibleId, tagIds } = question;
      const candidates = await this.routing.candidates(networkId, tx);
      const own = candidates.find(({ id }) => id === responsibleId);
      if (own && !awayToday(own, now)) return false;
      const rule = ruleFor(await tx.query<Rule>(rulesOf, [networkId]), tagIds);
      const wanted = own ? responsibleId : (rule?.personId ?? responsibleId);
      const next = whoAnswers({ personId: wanted, secondId: rule?.secondId ?? null }, candidates, { askedBy, now });
      const rerouted = { step: 'rerouted', by: null } as const;
      if (next === null) await this.routing.release(tx, question, rerouted);
      else await this.routing.give(tx, question, next, rerouted);
      return true;
    });
  }

  /** The second of the rule, else another who answers in the network, is there, did not ask it nor give it away; null where nobody is. */
  askSecond(questionId: string, routing: number, now: Date): Promise<string | null> {
    return this.database.transaction(async (tx) => {
      const question = await this.questions.heldForAll(tx, questionId);
      if (question?.state !== 'routed' || question.routing !== routing || question.paused) return null;
      const { networkId, askedBy, responsibleId, tagIds, secondId: before } = question;
      const rule = ruleFor(await tx.query<Rule>(rulesOf, [networkId]), tagIds);
      const others = await tx.query<{ id: string }>(secondsOf, [networkId]);
      const known = new Map((await this.routing.candidates(networkId, tx)).map((one) => [one.id, one]));
      if (before !== null && known.has(before)) return before;
      const not = new Set((await tx.query<{ id: string }>(unwilling, [questionId])).map(({ id }) => id));
      const isThere = (id: string | null | undefined): id is string => {
        const one = id && id !== askedBy && id !== responsibleId && !not.has(id) ? known.get(id) : undefined;
        return one !== undefined && !awayToday(one, now);
      };
      const secondId = [rule?.secondId, ...others.map(({ id }) => id)].find(isThere);
      if (secondId === undefined) return null;
      await tx.manager.update(Question, { id: questionId }, { secondId });
      await this.steps.take(tx, questionId, { step: 'second_asked', by: null, to: secondId });
      return secondId;
    });
  }
}
