/** Questions as those who see them read them, and the way to one that is about to be changed. */
import {
  Failure,
  type Answer,
  type ClosedAs,
  type MessageOrigin,
  type Parsed,
  type QuestionHappening,
  type QuestionList,
  type QuestionPage,
  type Remark,
} from '@hub/contracts';
import { Database, type Transaction } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { isAdministrator, worksInNetwork, type Actor } from '../identity/actor.js';
import { NetworkAccessService } from '../networks/network-access.service.js';
import { isClosed } from '../networks/networks.policy.js';
import { monthOf, todayOf } from '../timeline/timeline.policy.js';
import { asQuestionCard, type QuestionCardRow } from './question-card.js';
import { isGuestOf, mayDo, mayDoWith, mayPublish, sharesFor, type Standing } from './questions.policy.js';
import {
  answersOf,
  holdNetworkOf,
  originsOfMessages,
  originsOfTopic,
  questionPage,
  questionsOfNetwork,
  questionToChange,
  remarksOf,
  sharesOf,
  stepsOf,
} from './questions.queries.js';

/** A context as rows tell it. */
export type ContextRow = Omit<QuestionPage['context'], 'month'> & { startsOn: string };

type PageRow = QuestionCardRow &
  Pick<QuestionPage, 'body' | 'version' | 'editedAt' | 'message' | 'closed' | 'pausedSince' | 'alsoOf'> & {
    context: ContextRow;
    stands: Omit<Standing, 'routedAt' | 'targetAt'> & { routedAt: string | null; targetAt: string | null };
  };

/** Held as it is until the transaction ends. */
export interface HeldQuestion extends Standing {
  id: string;
  version: number;
  title: string;
  body: string;
  language: string;
  summary: string;
  tagIds: string[];
  routing: number;
  waitingSince: Date | null;
  closedAs: ClosedAs | null;
  /** Of its network. */
  responseDays: number;
}

const pageSize = 30;
const absent = () => new Failure('NOT_FOUND', 'There is nothing here.');

@Injectable()
export class QuestionsService {
  constructor(
    private readonly database: Database,
    private readonly networks: NetworkAccessService,
  ) {}

  async list(actor: Actor, { networkSlug, ...asked }: Parsed<'question.list'>): Promise<QuestionList> {
    const { id } = await this.networks.workedIn(actor, networkSlug);
    const states = asked.state === 'waiting' ? ['open', 'routed'] : asked.state && [asked.state];
    const rows = await this.database.query<QuestionCardRow & { total: number }>(questionsOfNetwork, [
      id,
      actor.personId,
      states ?? null,
      asked.tagId ?? null,
      asked.partnershipSlug ?? null,
      asked.words === '' ? null : (asked.words ?? null),
      asked.after ?? null,
      pageSize + 1,
    ]);
    const now = new Date();
    const questions = rows.slice(0, pageSize).map(({ total: _total, ...row }) => asQuestionCard(row, now));
    return { questions, total: rows[0]?.total ?? 0, more: rows.length > pageSize };
  }

  /** Somebody from outside reads the question and what was said of it, and nothing of who did what in the network. */
  async page(actor: Actor, questionId: string): Promise<QuestionPage> {
    const [found] = await this.database.query<PageRow>(questionPage, [questionId, actor.personId, workedIn(actor)]);
    if (!found) throw absent();
    const { stands, context, ...row } = found;
    const question = { ...stands, routedAt: instantOf(stands.routedAt), targetAt: instantOf(stands.targetAt) };
    const now = new Date();
    const guest = isGuestOf(actor, question);
    const [answers, remarks, happenings, mine] = await Promise.all([
      this.database.query<Omit<Answer, 'may'>>(answersOf, [questionId, actor.personId]),
      this.database.query<Remark>(remarksOf, [questionId]),
      this.database.query<QuestionHappening>(stepsOf, [questionId]),
      this.database.query<QuestionPage['mine'][number]>(sharesOf, [questionId, sharesFor(actor, question)]),
    ]);
    const concerns = ({ by, to }: QuestionHappening) => by?.id === actor.personId || to?.id === actor.personId;
    return {
      ...asQuestionCard(row, now),
      alsoOf: guest ? [] : row.alsoOf,
      context: asContext(context, now),
      allAnswers: answers.map((answer) => asAnswer(actor, question, answer, guest)),
      remarks,
      happenings: guest ? happenings.filter(concerns) : happenings,
      mine,
      may: mayDo(actor, question, now),
    };
  }

  async origins(actor: Actor, { messageIds = '', topicId }: Parsed<'question.origins'>): Promise<MessageOrigin[]> {
    if (topicId !== undefined) return this.database.query<MessageOrigin>(originsOfTopic, [topicId, actor.personId]);
    const ids = messageIds.split(',').filter((id) => uuid.test(id));
    return this.database.query<MessageOrigin>(originsOfMessages, [ids, actor.personId]);
  }

  /** For whoever sees it, while its network is open. */
  async held(tx: Transaction, actor: Actor, questionId: string): Promise<HeldQuestion> {
    await tx.query(holdNetworkOf, [questionId]);
    const [found] = await tx.query<HeldQuestion>(questionToChange, [questionId, actor.personId]);
    if (!found) throw absent();
    if (isClosed(found.networkStatus)) throw new Failure('FORBIDDEN', 'The network is closed.');
    return found;
  }

  /** For the hub itself. */
  async heldForAll(tx: Transaction, questionId: string): Promise<HeldQuestion | undefined> {
    await tx.query(holdNetworkOf, [questionId]);
    const [found] = await tx.query<HeldQuestion>(questionToChange, [questionId, null]);
    return found;
  }
}

const instantOf = (at: string | null) => (at === null ? null : new Date(at));
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Null for all of them. */
export function workedIn(actor: Actor): string[] | null {
  if (isAdministrator(actor)) return null;
  return actor.memberships.flatMap(({ networkId }) => (networkId && worksInNetwork(actor, networkId) ? networkId : []));
}

export function asContext({ startsOn, ...context }: ContextRow, now: Date): QuestionPage['context'] {
  return { ...context, month: monthOf(startsOn, todayOf(now)) };
}

function asAnswer(actor: Actor, question: Standing, answer: Omit<Answer, 'may'>, guest: boolean): Answer {
  const { id: authorId } = answer.author;
  const [accepted, published] = [answer.acceptedAt !== null, answer.noteNumber !== null];
  const publish = mayPublish(actor, question, { authorId, accepted, published });
  return {
    ...answer,
    noteNumber: guest ? null : answer.noteNumber,
    may: { ...mayDoWith(actor, question, { authorId }), publish },
  };
}
