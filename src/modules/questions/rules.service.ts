/** To whom the questions of a network go, how long an answer takes, and what they are about. */
import { Failure, type Parsed, type QuestionRules, type Tag as TagCard } from '@hub/contracts';
import { Database, type Transaction } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { AuditService } from '../administration/audit.service.js';
import type { Actor } from '../identity/actor.js';
import { NetworkAccessService } from '../networks/network-access.service.js';
import { isClosed } from '../networks/networks.policy.js';
import { firstFree, slugOf } from '../networks/slug.policy.js';
import { Tag } from './question.entity.js';
import { answersIn, routes } from './questions.policy.js';
import { QuestionRule } from './routing.entity.js';
import { rulesOf, setResponseDays, settingsOf, slugsOf, tagById, tagsOfNetwork } from './routing.queries.js';
import { RoutingService } from './routing.service.js';

type Rules = QuestionRules['rules'];

@Injectable()
export class RulesService {
  constructor(
    private readonly database: Database,
    private readonly networks: NetworkAccessService,
    private readonly routing: RoutingService,
    private readonly audit: AuditService,
  ) {}

  /** For those who give questions to others, as who is answerable does when passing one on. */
  async read(actor: Actor, networkSlug: string): Promise<QuestionRules> {
    const { id } = await this.networks.visible(actor, networkSlug);
    if (!routes(actor, id) && !answersIn(actor, id)) throw forbidden();
    const [rules, tags, answerers, network] = await Promise.all([
      this.database.query<Rules[number]>(rulesOf, [id]),
      this.database.query<{ tag: TagCard }>(tagsOfNetwork, [id]),
      this.routing.answerers(id),
      settings(this.database, id),
    ]);
    return { rules, tags: tags.map(({ tag }) => tag), answerers, responseDays: network.responseDays };
  }

  async set(actor: Actor, { networkSlug, rules, responseDays }: Parsed<'question.setRules'>): Promise<void> {
    await this.database.transaction(async (tx) => {
      const id = await this.routed(tx, actor, networkSlug);
      await this.check(tx, id, rules);
      const before = await tx.query<Rules[number]>(rulesOf, [id]);
      const network = await settings(tx, id);
      await tx.manager.delete(QuestionRule, { networkId: id });
      await tx.manager.insert(
        QuestionRule,
        rules.map((rule) => ({ id: uuidv7(), networkId: id, ...rule })),
      );
      await tx.query(setResponseDays, [id, responseDays]);
      await this.audit.write(tx, {
        actor,
        networkId: id,
        action: 'question.setRules',
        subjectId: id,
        before: { rules: before, responseDays: network.responseDays },
        after: { rules, responseDays },
      });
    });
  }

  /** Once for its id. */
  async addTag(actor: Actor, { networkSlug, id, names }: Parsed<'tag.add'>): Promise<TagCard> {
    return this.database.transaction(async (tx) => {
      const networkId = await this.routed(tx, actor, networkSlug);
      await tx.query('lock table tags in share row exclusive mode');
      const [known] = await tx.query<{ tag: TagCard }>(tagById, [id]);
      if (known) return known.tag;
      const theirs = await tx.query<{ tag: TagCard }>(tagsOfNetwork, [networkId]);
      for (const language of ['en', 'sv'] as const)
        if (theirs.some(({ tag }) => tag.names[language].toLowerCase() === names[language].toLowerCase()))
          throw invalid(`names.${language}`, 'taken');
      const taken = await tx.query<{ slug: string }>(slugsOf);
      const slug = firstFree(slugOf(names.en, 'tag'), new Set(taken.map((one) => one.slug)));
      const { themeId } = await settings(tx, networkId);
      await tx.manager.insert(Tag, { id, slug, themeId, names });
      await this.audit.write(tx, { actor, networkId, action: 'tag.add', subjectId: id, after: { slug } });
      const [added] = await tx.query<{ tag: TagCard }>(tagById, [id]);
      if (!added) throw new Failure('NOT_FOUND', 'There is nothing here.');
      return added.tag;
    });
  }

  private async routed(tx: Transaction, actor: Actor, networkSlug: string): Promise<string> {
    const { id, status } = await this.networks.visible(actor, networkSlug, tx);
    if (!routes(actor, id)) throw forbidden();
    if (isClosed(status)) throw new Failure('FORBIDDEN', 'The network is closed.');
    return id;
  }

  private async check(tx: Transaction, networkId: string, rules: Rules): Promise<void> {
    const tags = new Set((await tx.query<{ tag: TagCard }>(tagsOfNetwork, [networkId])).map(({ tag }) => tag.id));
    const people = new Set((await this.routing.candidates(networkId, tx)).map(({ id }) => id));
    const seen = new Set<string | null>();
    for (const [place, { tagId, personId, secondId }] of rules.entries()) {
      if (tagId !== null && !tags.has(tagId)) throw invalid(`rules.${place}.tagId`, 'not_a_choice');
      if (seen.has(tagId)) throw invalid(`rules.${place}.tagId`, 'given_twice');
      seen.add(tagId);
      if (!people.has(personId)) throw invalid(`rules.${place}.personId`, 'not_a_choice');
      if (secondId !== null && (secondId === personId || !people.has(secondId)))
        throw invalid(`rules.${place}.secondId`, 'not_a_choice');
    }
  }
}

async function settings(from: Pick<Database, 'query'>, networkId: string) {
  const [found] = await from.query<{ responseDays: number; themeId: string }>(settingsOf, [networkId]);
  if (!found) throw new Failure('NOT_FOUND', 'There is nothing here.');
  return found;
}

const forbidden = () => new Failure('FORBIDDEN', 'Its project coordinator routes the questions of a network.');

function invalid(path: string, problem: 'not_a_choice' | 'given_twice' | 'taken'): Failure {
  return new Failure('INVALID', 'Questions cannot go so.', { fields: [{ path, problem }] });
}
