/** Changing a milestone, taking a change back, and remembering where it is talked about. */
import { Failure, type Milestone as Card, type Parsed } from '@hub/contracts';
import { Database, type Transaction } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { TopicsService } from '../channels/topics.service.js';
import type { Actor } from '../identity/actor.js';
import { Milestone, MilestoneChange } from './milestone.entity.js';
import { changed, isSame, wrongIn, type Standing } from './milestone.policy.js';
import { changeAt, seatIn } from './milestones.queries.js';
import { mayChange, MilestonesService, type MilestoneToChange } from './milestones.service.js';
import { TellingService } from './telling.service.js';
import { milestoneChanged } from './timeline.jobs.js';
import { outOfReach, todayOf } from './timeline.policy.js';

type Kept = Standing & { changedBy: string | null; undone: boolean };

@Injectable()
export class MilestoneChangesService {
  constructor(
    private readonly database: Database,
    private readonly milestones: MilestonesService,
    private readonly topics: TopicsService,
    private readonly telling: TellingService,
  ) {}

  /** Answered with how it stands now. The same change once more, after an answer that did not arrive, is done. */
  async change(actor: Actor, input: Parsed<'milestone.change'>): Promise<Card> {
    const { milestoneId, baseVersion, reason = '', ...given } = input;
    const today = todayOf(new Date());
    refuse(wrongIn(given, today));
    return this.write(actor, milestoneId, async (tx, before) => {
      if (!(await isSeatIn(tx, given.ownerSeatId, before.partnershipId)))
        refuse([{ path: 'ownerSeatId', problem: 'not_a_choice' }]);
      for (const path of ['forecastOn', 'actualOn'] as const) {
        const problem = given[path] ? outOfReach(before.startsOn, given[path]) : undefined;
        if (problem) refuse([{ path, problem }]);
      }
      const from = before.version === baseVersion ? before : await this.kept(tx, milestoneId, baseVersion);
      const after = from && changed(from, given, { plannedOn: before.plannedOn, today });
      if (before.version !== baseVersion) return after && this.isRepeated(tx, actor, before, { after, baseVersion });
      if (after && !isSame(after, before)) await this.keep(tx, actor, before, { ...after, reason, undone: false });
      return true;
    });
  }

  /** As it stood before the latest change, in a version of its own. */
  async undo(actor: Actor, { milestoneId, baseVersion }: Parsed<'milestone.undo'>): Promise<Card> {
    return this.write(actor, milestoneId, async (tx, before) => {
      const kept = await this.kept(tx, milestoneId, baseVersion - 1);
      if (!kept) throw new Failure('INVALID', 'There is nothing to take back.', { fields: nothingBefore });
      // A seat that ended meanwhile answers for nothing any more: then it is whom the plan names.
      const standing = await isSeatIn(tx, kept.ownerSeatId, before.partnershipId);
      const after = standing ? kept : { ...kept, ownerSeatId: null };
      if (before.version !== baseVersion)
        return this.isRepeated(tx, actor, before, { after, baseVersion, undone: true });
      await this.keep(tx, actor, before, { ...after, reason: '', undone: true });
      return true;
    });
  }

  /** The first topic is remembered for whoever works here; another takes its place for whoever may change the milestone. */
  async discuss(actor: Actor, { milestoneId, topicId }: Parsed<'milestone.discuss'>): Promise<void> {
    const channel = await this.topics.readable(actor, topicId);
    await this.database.transaction(async (tx) => {
      const milestone = await this.milestones.workedOn(tx, actor, milestoneId);
      if (!isPlaceFor(milestone, channel)) refuse([{ path: 'topicId', problem: 'not_a_choice' }]);
      if (milestone.topicId === topicId) return;
      if (milestone.topicId !== null && !mayChange(actor, milestone))
        throw new Failure('FORBIDDEN', 'It is talked about elsewhere.');
      await tx.manager.update(Milestone, { id: milestoneId }, { topicId });
      await this.telling.tell(tx, milestone.networkId, 'milestone.changed', milestoneId);
    });
  }

  /** `work` answers whether what was asked for is so now. */
  private async write(
    actor: Actor,
    milestoneId: string,
    work: (tx: Transaction, before: MilestoneToChange) => Promise<boolean | undefined>,
  ): Promise<Card> {
    const done = await this.database.transaction(async (tx) =>
      work(tx, await this.milestones.toChange(tx, actor, milestoneId)),
    );
    const current = await this.milestones.card(milestoneId);
    if (done !== true) throw new Failure('CONFLICT', 'The milestone was changed meanwhile.', { current });
    return current;
  }

  private async kept(tx: Transaction, milestoneId: string, version: number): Promise<Kept | undefined> {
    const [row] = await tx.query<Kept>(changeAt, [milestoneId, version]);
    return row;
  }

  private async isRepeated(
    tx: Transaction,
    { personId }: Actor,
    { id, version }: MilestoneToChange,
    asked: { after: Standing; baseVersion: number; undone?: boolean },
  ): Promise<boolean> {
    if (version !== asked.baseVersion + 1) return false;
    const latest = await this.kept(tx, id, version);
    const { undone = false } = asked;
    return latest?.changedBy === personId && latest.undone === undone && isSame(latest, asked.after);
  }

  private async keep(
    tx: Transaction,
    { personId: changedBy }: Actor,
    { id: milestoneId, networkId, version }: MilestoneToChange,
    after: Standing & { reason: string; undone: boolean },
  ): Promise<void> {
    const { state, forecastOn, actualOn, lesson, ownerSeatId, reason, undone } = after;
    const standing = { state, forecastOn, actualOn, lesson, ownerSeatId, version: version + 1 };
    await tx.manager.update(Milestone, { id: milestoneId }, standing);
    await tx.manager.insert(MilestoneChange, { milestoneId, ...standing, changedBy, reason, undone });
    await this.telling.tell(tx, networkId, 'milestone.changed', milestoneId);
    await tx.promise(milestoneChanged.topic, [{ milestoneId }]);
  }
}

const nothingBefore = [{ path: 'baseVersion', problem: 'too_small' as const }];

function refuse(fields: NonNullable<Failure['details']['fields']>): void {
  if (fields.length > 0) throw new Failure('INVALID', 'A milestone cannot be so.', { fields });
}

/** A seat answers for what its own partnership does; none is as good. */
async function isSeatIn(
  tx: Transaction,
  seatId: string | null | undefined,
  partnershipId: string | null,
): Promise<boolean> {
  if (seatId === undefined || seatId === null) return true;
  return (await tx.query(seatIn, [seatId, partnershipId])).length > 0;
}

const talkedIn: ReadonlySet<string> = new Set(['announcements', 'thematic', 'partnership']);

/** Where everybody concerned may be: a talk among some would keep all others from finding one. */
function isPlaceFor(
  { networkId, partnershipId }: MilestoneToChange,
  channel: { networkId: string; partnershipId: string | null; kind: string; sensitive: boolean },
): boolean {
  const own = channel.partnershipId === null || channel.partnershipId === partnershipId;
  return channel.networkId === networkId && own && talkedIn.has(channel.kind) && !channel.sensitive;
}
