/** Asking a question, changing what it says, and saying that a partnership has it too. */
import { Failure, type Parsed } from '@hub/contracts';
import { Database, type Transaction } from '@hub/database';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../identity/actor.js';
import { NetworkAccessService } from '../networks/network-access.service.js';
import { isClosed } from '../networks/networks.policy.js';
import { wrong } from '../partnerships/partnership-access.service.js';
import {
  endShares,
  partnershipBySlug,
  shareQuestion,
  tagQuestion,
  tagsAmiss,
  unshareQuestion,
} from './asking.queries.js';
import { ExpectingService } from './expecting.service.js';
import { Question } from './question.entity.js';
import { asksFor, isChanged, mayDo, sharesFor } from './questions.policy.js';
import { readableMessage } from './questions.queries.js';
import { QuestionsService, type HeldQuestion } from './questions.service.js';
import { staysAnswerer } from './routing.queries.js';
import { StepsService } from './steps.service.js';

@Injectable()
export class AskingService {
  constructor(
    private readonly database: Database,
    private readonly networks: NetworkAccessService,
    private readonly questions: QuestionsService,
    private readonly expecting: ExpectingService,
    private readonly steps: StepsService,
  ) {}

  /** Once for its id. It goes to whom the rules of its network name, or stands in the queue. */
  async ask(actor: Actor, { networkSlug, partnershipSlug, tagIds, ...asked }: Parsed<'question.ask'>): Promise<void> {
    const now = new Date();
    // Before anything is held, since it takes a while.
    const { responsible, target } = await this.expecting.expect(actor, { networkSlug, tagIds }, now);
    await this.database.transaction(async (tx) => {
      const { id: networkId, status } = await this.networks.workedIn(actor, networkSlug, tx);
      const partnershipId = partnershipSlug === null ? null : await this.partnership(tx, networkId, partnershipSlug);
      if (isClosed(status)) throw new Failure('FORBIDDEN', 'The network is closed.');
      if (!asksFor(actor, { networkId, partnershipId }))
        throw new Failure('FORBIDDEN', 'Its own people ask on behalf of a partnership.');
      if (asked.visibility === 'partnership' && partnershipId === null) throw wrong('visibility', 'not_a_choice');
      await refuseTags(tx, networkId, tagIds);
      if (asked.messageId !== null) await refuseMessage(tx, actor, asked.messageId, networkId);
      const stays = responsible !== null && (await tx.query(staysAnswerer, [networkId, responsible.id])).length > 0;
      const to = stays ? responsible.id : null;
      const row = { ...asked, networkId, partnershipId, askedBy: actor.personId, waitingSince: now };
      if (!(await tx.insertNew(Question, { ...row, ...(to !== null && givenTo(to, now, target.at)) })))
        return requireOwn(tx, actor, asked.id);
      await tx.query(tagQuestion, [asked.id, tagIds]);
      await this.steps.take(tx, asked.id, { step: 'asked', by: actor.personId });
      if (to !== null) await this.steps.take(tx, asked.id, { step: 'assigned', by: null, to });
    });
  }

  /** The same change once more is done. */
  async change(actor: Actor, { questionId, baseVersion, ...given }: Parsed<'question.change'>): Promise<void> {
    const done = await this.database.transaction(async (tx) => {
      const question = await this.questions.held(tx, actor, questionId);
      const { edit, describe } = mayDo(actor, question, new Date());
      const { summary, tagIds, ...said } = given;
      if (!describe || (!edit && Object.keys(said).length > 0))
        throw new Failure('FORBIDDEN', 'Whoever asks says what is asked.');
      if (!isChanged(question, given)) return true;
      if (question.version !== baseVersion) return false;
      if (said.visibility === 'partnership' && question.partnershipId === null)
        throw wrong('visibility', 'not_a_choice');
      if (tagIds) await refuseTags(tx, question.networkId, tagIds);
      await this.keep(tx, actor, question, { ...said, ...(summary !== undefined && { summary }) }, tagIds);
      return true;
    });
    if (done) return;
    const current = await this.questions.page(actor, questionId);
    throw new Failure('CONFLICT', 'The question was changed meanwhile.', { current });
  }

  async share(actor: Actor, { questionId, partnershipSlug, shared }: Parsed<'question.share'>): Promise<void> {
    await this.database.transaction(async (tx) => {
      const question = await this.questions.held(tx, actor, questionId);
      const [found] = await tx.query<{ id: string }>('select id from partnerships where slug = $1', [partnershipSlug]);
      // Whether it exists is not told to those who are not of it.
      if (!found || !sharesFor(actor, question).includes(found.id))
        throw new Failure('FORBIDDEN', 'Its own people say what a partnership asks.');
      const changed = shared
        ? await tx.query(shareQuestion, [questionId, found.id, actor.personId])
        : await tx.query(unshareQuestion, [questionId, found.id]);
      if (changed.length > 0) await this.steps.tell(tx, questionId, 'question.changed', [actor.personId]);
    });
  }

  private async keep(
    tx: Transaction,
    actor: Actor,
    { id, version, ...before }: HeldQuestion,
    said: Partial<Pick<Question, 'title' | 'body' | 'language' | 'summary' | 'visibility'>>,
    tagIds: string[] | undefined,
  ): Promise<void> {
    // Those who see it now hear that they may not any more.
    if (said.visibility !== undefined) await this.steps.tell(tx, id);
    await tx.manager.update(Question, { id }, { ...said, version: version + 1, editedAt: () => 'now()' });
    if (said.visibility !== undefined) await tx.query(endShares, [id]);
    if (tagIds) {
      await tx.query('delete from question_tags where question_id = $1 and not tag_id = any($2)', [id, tagIds]);
      await tx.query(tagQuestion, [id, tagIds]);
    }
    const reworded = said.title !== undefined || said.body !== undefined;
    await this.steps.take(tx, id, {
      step: 'edited',
      by: actor.personId,
      before: reworded ? { title: before.title, body: before.body } : null,
    });
  }

  private async partnership(tx: Transaction, networkId: string, slug: string): Promise<string> {
    const [found] = await tx.query<{ id: string }>(partnershipBySlug, [slug, networkId]);
    if (!found) throw wrong('partnershipSlug', 'not_a_choice');
    return found.id;
  }
}

function givenTo(responsibleId: string, now: Date, targetAt: string | null) {
  return {
    state: 'routed',
    responsibleId,
    routing: 1,
    routedAt: now,
    targetAt: targetAt && new Date(targetAt),
  } as const;
}

async function requireOwn(tx: Transaction, { personId }: Actor, id: string): Promise<void> {
  const known = await tx.manager.findOneBy(Question, { id });
  if (known?.askedBy !== personId) throw new Failure('CONFLICT', 'This id belongs to another question.');
}

/** What is none of its network's. */
export async function refuseTags(tx: Transaction, networkId: string, tagIds: string[]): Promise<void> {
  const amiss = await tx.query(tagsAmiss, [tagIds, networkId]);
  if (amiss.length > 0) throw wrong('tagIds', 'not_a_choice');
}

/** What was said in a message that the asker may read. */
export async function refuseMessage(tx: Transaction, actor: Actor, id: string, networkId: string): Promise<void> {
  const readable = await tx.query(readableMessage, [id, actor.personId, networkId]);
  if (readable.length === 0) throw wrong('messageId', 'not_a_choice');
}
