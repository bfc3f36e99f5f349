/** What proves that a milestone was reached: messages of the hub, and pages elsewhere. */
import { Failure, type Parsed } from '@hub/contracts';
import { Database, type Transaction } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import type { Actor } from '../identity/actor.js';
import { MessagesService } from '../messages/messages.service.js';
import { Evidence } from './milestone.entity.js';
import { MilestonesService, type MilestoneToChange } from './milestones.service.js';
import { TellingService } from './telling.service.js';

@Injectable()
export class EvidenceService {
  constructor(
    private readonly database: Database,
    private readonly milestones: MilestonesService,
    private readonly messages: MessagesService,
    private readonly telling: TellingService,
  ) {}

  /** Once for its id. What was said between two stays between them. */
  async add(actor: Actor, input: Parsed<'evidence.add'>): Promise<void> {
    const { evidenceId: id, milestoneId, messageId = null, ...given } = input;
    const channel = messageId === null ? null : await this.messages.readable(actor, messageId);
    await this.change(actor, milestoneId, async (tx, { networkId }) => {
      const known = await tx.manager.findOneBy(Evidence, { id });
      if (known && known.milestoneId !== milestoneId) throw belongsElsewhere();
      if (channel && (channel.networkId !== networkId || channel.kind === 'direct'))
        throw new Failure('INVALID', 'This message proves nothing here.', { fields: wrongMessage });
      if (known) return false;
      const { note, link = null, sdgTargets, coreValue = null, level = null, year = null } = given;
      const facts = { note, link, sdgTargets, coreValue, level, year };
      const evidence = { id, milestoneId, messageId, ...facts, addedBy: actor.personId };
      // That of another milestone with the same id may be on its way.
      if (!(await tx.insertNew(Evidence, evidence))) throw belongsElsewhere();
      return true;
    });
  }

  /** Twice is once. */
  remove(actor: Actor, input: Parsed<'evidence.remove'>): Promise<void> {
    return this.setRemoved(actor, input, new Date());
  }

  /** With its author and message as they were, also for whoever may not read that message. */
  restore(actor: Actor, input: Parsed<'evidence.restore'>): Promise<void> {
    return this.setRemoved(actor, input, null);
  }

  private async setRemoved(
    actor: Actor,
    { milestoneId, evidenceId: id }: Parsed<'evidence.remove'>,
    removedAt: Date | null,
  ): Promise<void> {
    await this.change(actor, milestoneId, async (tx) => {
      const found = await tx.manager.findOneBy(Evidence, { id, milestoneId });
      if (!found) throw new Failure('NOT_FOUND', 'There is nothing here.');
      const before = removedAt === null ? Not(IsNull()) : IsNull();
      const changed = await tx.manager.update(Evidence, { id, removedAt: before }, { removedAt });
      return changed.affected === 1;
    });
  }

  /** `work` answers whether it changed anything. */
  private async change(
    actor: Actor,
    milestoneId: string,
    work: (tx: Transaction, milestone: MilestoneToChange) => Promise<boolean>,
  ): Promise<void> {
    await this.database.transaction(async (tx) => {
      const milestone = await this.milestones.toChange(tx, actor, milestoneId);
      if (await work(tx, milestone)) await this.telling.tell(tx, milestone.networkId, 'milestone.changed', milestoneId);
    });
  }
}

const belongsElsewhere = () => new Failure('CONFLICT', 'This id belongs to other evidence.');
const wrongMessage = [{ path: 'messageId', problem: 'not_a_choice' as const }];
