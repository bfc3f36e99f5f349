/** Who is answerable: given, taken, passed on, declined; and by when, in the calendar of whoever it is. */
import { Failure, type Answerer, type Parsed } from '@hub/contracts';
import { Database, type Transaction } from '@hub/database';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../identity/actor.js';
import { wrong } from '../partnerships/partnership-access.service.js';
import { PreferencesService } from '../preferences/preferences.service.js';
import { zoneOf } from '../preferences/zone.policy.js';
import { Question } from './question.entity.js';
import { mayDo, routes } from './questions.policy.js';
import { QuestionsService, type HeldQuestion } from './questions.service.js';
import { awayToday, ruleFor, whoAnswers, type Answering, type Candidate, type Rule } from './routing.policy.js';
import { answerersOf, answeringOf, pausesOf, rulesOf } from './routing.queries.js';
import { StepsService, type Taken } from './steps.service.js';
import { targetOf, type Pause } from './target.policy.js';

/** The database, or the transaction of whoever asks. */
type Asks = Pick<Database, 'query'>;
type AnswererRow = Omit<Answerer, 'awayUntil'> & Candidate;

@Injectable()
export class RoutingService {
  constructor(
    private readonly database: Database,
    private readonly questions: QuestionsService,
    private readonly preferences: PreferencesService,
    private readonly steps: StepsService,
  ) {}

  /** Whoever routes gives it; whoever is answerable passes it on, and says why. */
  async assign(actor: Actor, { questionId, personId, reason, insteadOf }: Parsed<'question.assign'>): Promise<void> {
    await this.database.transaction(async (tx) => {
      const question = await this.questions.held(tx, actor, questionId);
      const may = mayDo(actor, question, new Date());
      const passed = { step: 'passed_on', by: actor.personId, to: personId } as const;
      if (!may.assign && (await this.steps.isLatest(tx, questionId, passed))) return;
      if (!may.assign && !may.passOn) throw forbidden();
      if (question.responsibleId === personId) return;
      if (insteadOf !== undefined && insteadOf !== question.responsibleId)
        throw new Failure('CONFLICT', 'Somebody else is answerable for it by now.');
      const given = routes(actor, question.networkId) && question.responsibleId !== actor.personId;
      if (!given && reason === undefined) throw wrong('reason', 'required');
      const known = await this.candidates(question.networkId, tx);
      if (personId === question.askedBy || !known.some(({ id }) => id === personId))
        throw wrong('personId', 'not_a_choice');
      await this.give(tx, question, personId, {
        step: given ? 'assigned' : 'passed_on',
        by: actor.personId,
        ...(reason !== undefined && { reason }),
      });
    });
  }

  async take(actor: Actor, { questionId }: Parsed<'question.take'>): Promise<void> {
    await this.database.transaction(async (tx) => {
      const question = await this.questions.held(tx, actor, questionId);
      if (question.state === 'routed' && question.responsibleId === actor.personId) return;
      if (!mayDo(actor, question, new Date()).take) {
        const mayWhileOpen = mayDo(actor, { ...question, state: 'open' }, new Date()).take;
        throw mayWhileOpen ? new Failure('CONFLICT', 'Somebody is answerable for it.') : forbidden();
      }
      await this.give(tx, question, actor.personId, { step: 'taken', by: actor.personId });
    });
  }

  async decline(actor: Actor, { questionId, reason }: Parsed<'question.decline'>): Promise<void> {
    await this.database.transaction(async (tx) => {
      const question = await this.questions.held(tx, actor, questionId);
      if (await this.steps.isLatest(tx, questionId, { step: 'declined', by: actor.personId })) return;
      if (!mayDo(actor, question, new Date()).decline) throw forbidden();
      await this.release(tx, question, { step: 'declined', by: actor.personId, reason });
    });
  }

  /** From now on they are answerable; the asker's waiting goes on. */
  async give(tx: Transaction, question: HeldQuestion, personId: string, taken: Omit<Taken, 'to'>): Promise<void> {
    const since = question.waitingSince ?? new Date();
    await tx.manager.update(
      Question,
      { id: question.id },
      {
        state: 'routed',
        responsibleId: personId,
        routing: question.routing + 1,
        routedAt: () => 'now()',
        secondId: null,
        waitingSince: since,
        targetAt: await this.reckon(tx, { ...question, responsibleId: personId, waitingSince: since }),
      },
    );
    await this.steps.take(tx, question.id, { ...taken, to: personId }, others(question, personId));
  }

  /** Back to the queue. */
  async release(tx: Transaction, question: HeldQuestion, taken: Omit<Taken, 'to'>): Promise<void> {
    const nobody = { responsibleId: null, routedAt: null, secondId: null, targetAt: null };
    await tx.manager.update(Question, { id: question.id }, { state: 'open', ...nobody, routing: question.routing + 1 });
    await this.steps.take(tx, question.id, taken, others(question, null));
  }

  /** Null while nobody is answerable, nobody waits, or the asker is asked back. */
  async reckon(
    tx: Transaction,
    {
      id,
      responsibleId,
      waitingSince,
      responseDays,
    }: Pick<HeldQuestion, 'id' | 'responsibleId' | 'waitingSince' | 'responseDays'>,
  ): Promise<Date | null> {
    if (responsibleId === null || waitingSince === null) return null;
    const calendar = (await this.preferences.calendars([responsibleId], tx)).get(responsibleId);
    return calendar ? targetOf(waitingSince, responseDays, calendar, await tx.query<Pause>(pausesOf, [id])) : null;
  }

  /** To whom the rules of its network give what has these tags; null for the queue. */
  async ruled(
    networkId: string,
    tagIds: readonly string[],
    asked: { askedBy: string; now: Date },
  ): Promise<AnswererRow | null> {
    const rule = ruleFor(await this.database.query<Rule>(rulesOf, [networkId]), tagIds);
    if (!rule) return null;
    const candidates = await this.candidates(networkId);
    const chosen = whoAnswers(rule, candidates, asked);
    return candidates.find(({ id }) => id === chosen) ?? null;
  }

  /** By whom the questions of these networks are answered. */
  async answeringIn(networkIds: readonly string[], from: Asks = this.database): Promise<Map<string, Answering>> {
    const rows = await from.query<Answering & { id: string }>(answeringOf, [networkIds]);
    return new Map(rows.map(({ id, ...row }) => [id, { ...row, candidates: row.candidates.map(inZone) }]));
  }

  async answering(networkId: string, from: Asks): Promise<Answering> {
    const found = (await this.answeringIn([networkId], from)).get(networkId);
    return found ?? { rules: [], candidates: [], seconds: [] };
  }

  async answerers(networkId: string): Promise<Answerer[]> {
    const now = new Date();
    const rows = await this.candidates(networkId);
    return rows.map(({ away, ...answerer }) => ({
      ...answerer,
      awayUntil: awayToday({ ...answerer, away }, now)?.untilOn ?? null,
    }));
  }

  async candidates(networkId: string, from: Asks = this.database): Promise<AnswererRow[]> {
    const rows = await from.query<AnswererRow>(answerersOf, [networkId]);
    return rows.map(inZone);
  }
}

const inZone = <One extends Candidate>(one: One): One => ({ ...one, timeZone: zoneOf(one.timeZone) });

const forbidden = () => new Failure('FORBIDDEN', 'Others decide who answers this.');

/** Who was answerable or asked before, and is not any more. */
function others({ responsibleId, secondId }: HeldQuestion, now: string | null): string[] {
  return [responsibleId, secondId].flatMap((id) => (id !== null && id !== now ? id : []));
}
