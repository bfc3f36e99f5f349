/** What waits: for one person in all their networks, and in the queue of whoever routes the questions of a network. */
import {
  excerptOf,
  Failure,
  type QuestionCard,
  type QuestionInbox,
  type QuestionQueue,
  type WaitingQuestion,
} from '@hub/contracts';
import { Database } from '@hub/database';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../identity/actor.js';
import { NetworkAccessService } from '../networks/network-access.service.js';
import { asQuestionCard, type QuestionCardRow } from './question-card.js';
import { answersIn, routes } from './questions.policy.js';
import { asContext, workedIn, type ContextRow } from './questions.service.js';
import { inboxOf, queueOf } from './routing.queries.js';
import { RoutingService } from './routing.service.js';

type Row = QuestionCardRow & { body: string; context: ContextRow };

@Injectable()
export class WaitingService {
  constructor(
    private readonly database: Database,
    private readonly networks: NetworkAccessService,
    private readonly routing: RoutingService,
  ) {}

  async inbox(actor: Actor): Promise<QuestionInbox> {
    const mine = actor.memberships.flatMap(({ networkId }) => networkId ?? []);
    const answering = mine.filter((id) => answersIn(actor, id));
    const rows = await this.database.query<Row & { box: keyof QuestionInbox }>(inboxOf, [
      answering,
      actor.personId,
      workedIn(actor),
    ]);
    const now = new Date();
    const boxed = (name: keyof QuestionInbox) =>
      rows.filter(({ box }) => box === name).map(({ box: _box, ...row }) => row);
    const cards = (name: keyof QuestionInbox) => boxed(name).map((row) => asCard(row, now));
    return {
      waiting: boxed('waiting').map((row) => asWaiting(row, now)),
      askedBack: cards('askedBack'),
      open: cards('open'),
      followed: cards('followed'),
    };
  }

  async queue(actor: Actor, networkSlug: string): Promise<QuestionQueue> {
    const { id } = await this.networks.visible(actor, networkSlug);
    if (!routes(actor, id))
      throw new Failure('FORBIDDEN', 'Its project coordinator routes the questions of a network.');
    const [rows, answerers] = await Promise.all([
      this.database.query<Row>(queueOf, [id, actor.personId, workedIn(actor)]),
      this.routing.answerers(id),
    ]);
    const now = new Date();
    const isLate = (row: Row) => asQuestionCard(row, now).target?.late === true;
    return {
      open: rows.filter(({ state }) => state === 'open').map((row) => asWaiting(row, now)),
      late: rows.filter(isLate).map((row) => asWaiting(row, now)),
      routed: rows.filter((row) => row.state === 'routed' && !isLate(row)).map((row) => asCard(row, now)),
      answerers,
    };
  }
}

function asCard({ body: _body, context: _context, ...row }: Row, now: Date): QuestionCard {
  return asQuestionCard(row, now);
}

function asWaiting({ body, context, ...row }: Row, now: Date): WaitingQuestion {
  return {
    ...asQuestionCard(row, now),
    context: asContext(context, now),
    excerpt: excerptOf(body, [], { dots: true }),
  };
}
