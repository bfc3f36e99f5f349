/** Somebody waits for an answer once more: of whoever was answerable, if they still may be, else of the queue. */
import type { Transaction } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { Question } from './question.entity.js';
import type { HeldQuestion } from './questions.service.js';
import { RoutingService } from './routing.service.js';

@Injectable()
export class ResumingService {
  constructor(private readonly routing: RoutingService) {}

  /** Answers who is answerable. From now on, so that they have the whole time for it. */
  async waitAgain(tx: Transaction, question: HeldQuestion): Promise<string | null> {
    const { id, networkId, responsibleId } = question;
    const known = responsibleId === null ? [] : await this.routing.candidates(networkId, tx);
    const stays = known.some((one) => one.id === responsibleId) ? responsibleId : null;
    const waitingSince = new Date();
    await tx.manager.update(
      Question,
      { id },
      {
        state: stays === null ? 'open' : 'routed',
        responsibleId: stays,
        routing: question.routing + 1,
        routedAt: stays === null ? null : waitingSince,
        secondId: null,
        waitingSince,
        targetAt: await this.routing.reckon(tx, { ...question, responsibleId: stays, waitingSince }),
        closedAs: null,
        closedBy: null,
        closedAt: null,
        closedReason: '',
        duplicateOf: null,
      },
    );
    return stays;
  }
}
