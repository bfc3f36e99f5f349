/** Laying out a network's milestone plan, and giving each partnership its own milestones. */
import { Failure, type MilestoneScope, type MilestoneState, type NetworkStatus, type Parsed } from '@hub/contracts';
import { Database, type Transaction } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { AuditService } from '../administration/audit.service.js';
import { BandsService } from '../calendar/bands.service.js';
import { seesNetwork, type Actor } from '../identity/actor.js';
import { Milestone, MilestoneChange, PlanItem } from './milestone.entity.js';
import { planLines } from './plan-template.policy.js';
import { followers, linesOf, networkToPlan, untouched } from './planning.queries.js';
import { TellingService } from './telling.service.js';
import { clockIn, dueIn, mayChangePlan, monthOf, outOfReach, todayOf } from './timeline.policy.js';

interface ToPlan {
  id: string;
  status: NetworkStatus;
  startsOn: string;
  theme: string;
}

interface Line {
  id: string;
  number: number;
  scope: MilestoneScope;
  plannedOn: string;
}

interface Follower {
  id: string;
  fromOn: string;
  follows: boolean;
}

interface Untouched {
  id: string;
  itemId: string;
  state: MilestoneState;
  version: number;
  plannedOn: string;
  touched: boolean;
}

@Injectable()
export class PlanningService {
  constructor(
    private readonly database: Database,
    private readonly telling: TellingService,
    private readonly bands: BandsService,
    private readonly audit: AuditService,
  ) {}

  /** For a network without a plan; one that has it keeps it, and its partnerships get what they miss of it. What was due before today is late for nobody: there was no plan. */
  async layOut(actor: Actor, { networkSlug }: Parsed<'plan.layOut'>): Promise<void> {
    await this.database.transaction(async (tx) => {
      const network = await this.toPlan(tx, actor, networkSlug);
      if ((await this.lines(tx, network.id)).length > 0) {
        const partnerships = await tx.query<Follower>(followers, [network.id, null]);
        for (const { id } of partnerships) await this.include(tx, { id, networkId: network.id });
        return;
      }
      await this.found(tx, network, todayOf(new Date()));
      await this.telling.tell(tx, network.id, 'plan.changed', network.id);
      await this.write(tx, actor, network.id, 'plan.layOut');
    });
  }

  /** The plan of the template, and the bands behind it, in a network that the caller has authorised. */
  async found(
    tx: Transaction,
    { id: networkId, startsOn, theme }: Omit<ToPlan, 'status'>,
    since = startsOn,
  ): Promise<void> {
    const items = planLines(theme).map((line) => ({
      ...line,
      id: uuidv7(),
      networkId,
      plannedOn: dueIn(startsOn, line.month),
    }));
    await tx.manager.insert(PlanItem, items);
    await this.fill(tx, networkId, items, since);
    await this.bands.bring(tx, networkId);
  }

  /** Another line; once for its id. */
  async add(actor: Actor, input: Parsed<'plan.add'>): Promise<void> {
    const { networkSlug, itemId: id, name, swedishName, deadline, plannedOn, kind, scope, ownerRole } = input;
    if (deadline && clockIn(deadline.timeZone, new Date()) === undefined)
      throw new Failure('INVALID', 'The hub knows no such zone.', { fields: [unknownZone] });
    await this.database.transaction(async (tx) => {
      const network = await this.toPlan(tx, actor, networkSlug);
      const known = await tx.manager.findOneBy(PlanItem, { id });
      if (known?.networkId === network.id) return;
      if (known) throw belongsElsewhere();
      const problem = outOfReach(network.startsOn, plannedOn);
      if (problem)
        throw new Failure('INVALID', 'The plan has no such day.', { fields: [{ path: 'plannedOn', problem }] });
      const item = {
        id,
        networkId: network.id,
        number: Math.max(0, ...(await this.lines(tx, network.id)).map(({ number }) => number)) + 1,
        kind,
        scope,
        names: { en: name, ...(swedishName !== undefined && { sv: swedishName }) },
        month: monthOf(network.startsOn, plannedOn),
        plannedOn,
        deadlineTime: deadline?.time ?? null,
        deadlineZone: deadline?.timeZone ?? null,
        ownerRole,
      };
      // Another network's line of the same id may be on its way.
      if (!(await tx.insertNew(PlanItem, item))) throw belongsElsewhere();
      await this.fill(tx, network.id, [item], network.startsOn);
      await this.telling.tell(tx, network.id, 'plan.changed', network.id);
      await this.write(tx, actor, network.id, 'plan.add', { itemId: id, kind, scope, plannedOn });
    });
  }

  /**
   * What a partnership must have and has not yet: a milestone for each line, and the bands of its countries behind them. Once it goes
   * the way of the plan, what still lies ahead and nobody has said anything of is open to it.
   */
  async include(tx: Transaction, { id, networkId }: { id: string; networkId: string }): Promise<void> {
    await this.bands.bring(tx, networkId);
    const lines = (await this.lines(tx, networkId)).filter(({ scope }) => scope === 'partnership');
    if (lines.length === 0) return;
    const [follower] = await tx.query<Follower>(followers, [networkId, id]);
    if (!follower) return;
    const known = await tx.query<Untouched>(untouched, [id]);
    const missing = lines.filter((line) => known.every(({ itemId }) => itemId !== line.id));
    await this.insert(
      tx,
      networkId,
      missing.map((line) => milestoneOf(line, follower.fromOn, follower)),
    );
    const opened = follower.follows ? known.filter(isToOpen) : [];
    for (const { id: milestoneId, version } of opened) {
      const change = { version: version + 1, state: 'not_started' as const };
      await tx.manager.update(Milestone, { id: milestoneId }, change);
      await tx.manager.insert(MilestoneChange, { milestoneId, ...change });
    }
    if (missing.length + opened.length > 0) await this.telling.tell(tx, networkId, 'plan.changed', networkId);
  }

  /** After its status changed: what is its own, what is late and who changes it follow from that. */
  async follow(tx: Transaction, partnership: { id: string; networkId: string }): Promise<void> {
    await this.include(tx, partnership);
    await this.telling.tell(tx, partnership.networkId, 'plan.changed', partnership.networkId);
  }

  /** Absent and hidden answer the same. */
  private async toPlan(tx: Transaction, actor: Actor, slug: string): Promise<ToPlan> {
    const [network] = await tx.query<ToPlan>(networkToPlan, [slug]);
    if (!network || !seesNetwork(actor, network.id)) throw new Failure('NOT_FOUND', 'There is nothing here.');
    if (!mayChangePlan(actor, network)) throw new Failure('FORBIDDEN', 'Its project coordinator looks after the plan.');
    return network;
  }

  private lines(tx: Transaction, networkId: string): Promise<Line[]> {
    return tx.query<Line>(linesOf, [networkId]);
  }

  /** The milestones of these lines, for the network and for every partnership that it has. */
  private async fill(tx: Transaction, networkId: string, lines: readonly Line[], since: string): Promise<void> {
    const partnerships = await tx.query<Follower>(followers, [networkId, null]);
    await this.insert(
      tx,
      networkId,
      lines.flatMap((line) =>
        line.scope === 'network'
          ? [milestoneOf(line, since, null)]
          : partnerships.map((one) => milestoneOf(line, since, one)),
      ),
    );
  }

  private async insert(tx: Transaction, networkId: string, made: ReturnType<typeof milestoneOf>[]): Promise<void> {
    const milestones = made.map((one) => ({ ...one, id: uuidv7(), networkId }));
    await tx.manager.insert(Milestone, milestones);
    const plan = milestones.map(({ id: milestoneId, state }) => ({ milestoneId, version: 1, state }));
    await tx.manager.insert(MilestoneChange, plan);
  }

  private async write(tx: Transaction, actor: Actor, networkId: string, action: string, after?: object): Promise<void> {
    await this.audit.write(tx, { actor, networkId, action, subjectId: networkId, ...(after && { after }) });
  }
}

const unknownZone = { path: 'deadline.timeZone', problem: 'unknown_time_zone' as const };
const belongsElsewhere = () => new Failure('CONFLICT', 'This id belongs to another line.');

/** What was due before there was a plan, or before a partnership came, is no matter of its own. */
function milestoneOf({ id: itemId, plannedOn }: Line, since: string, partnership: Follower | null) {
  const its = plannedOn >= since && (partnership === null || (partnership.follows && plannedOn >= partnership.fromOn));
  const state: MilestoneState = its ? 'not_started' : 'not_applicable';
  return { itemId, partnershipId: partnership?.id ?? null, plannedOn, state };
}

function isToOpen({ state, touched, plannedOn }: Untouched): boolean {
  return state === 'not_applicable' && !touched && plannedOn >= todayOf(new Date());
}
