/** The timeline of one network, or of all of a reader's: plan, partnerships, visits, and what lies behind. */
import {
  Failure,
  type ChannelEvent,
  type Milestone,
  type NetworkStatus,
  type Parsed,
  type PlanItem,
  type Timeline,
  type TimelineNetwork,
  type TimelineRow,
  type VisitCard,
} from '@hub/contracts';
import { Database } from '@hub/database';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { BandsService } from '../calendar/bands.service.js';
import { isAdministrator, networksSeen, seesNetwork, worksInNetwork, type Actor } from '../identity/actor.js';
import { JournalService, type ChannelRow } from '../journal/journal.service.js';
import { isClosed } from '../networks/networks.policy.js';
import { VisitsService } from '../visits/visits.service.js';
import { isLate, mayChangeIn, mayChangePlan, monthOf, todayOf } from './timeline.policy.js';
import { milestonesById, milestonesOf, timelineNetworks, timelinePartnerships } from './timeline.queries.js';

type NetworkRow = Pick<TimelineNetwork, 'id' | 'slug' | 'name' | 'startsOn' | 'endsOn' | 'visitsAYear' | 'stream'> & {
  status: NetworkStatus;
  items: PlanItem[];
  countries: string[];
};
type PartnershipRow = Pick<TimelineRow, 'partnership' | 'lastToldAt' | 'channelId'> & { networkId: string };

/** A milestone with what its lateness follows from. */
export interface MilestoneRow {
  milestone: Omit<Milestone, 'late'>;
  networkId: string;
  deadline: PlanItem['deadline'];
  /** Of a partnership that is over. */
  over: boolean;
}

@Injectable()
export class TimelineService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly visits: VisitsService,
    private readonly bands: BandsService,
    private readonly journal: JournalService,
  ) {}

  onModuleInit(): void {
    this.journal.showsChannels(['milestone.changed', 'plan.changed'], (channelId, rows) => this.show(channelId, rows));
  }

  /** Guests see the plan and what is the whole network's. Absent and hidden answer the same. */
  async read(actor: Actor, { networkSlug }: Parsed<'timeline.read'>): Promise<Timeline> {
    const mine = isAdministrator(actor) ? null : networksSeen(actor);
    const networks = await this.database.query<NetworkRow>(timelineNetworks, [
      networkSlug === undefined ? mine : null,
      networkSlug ?? null,
      actor.personId,
    ]);
    if (networkSlug !== undefined && !networks.some(({ id }) => seesNetwork(actor, id)))
      throw new Failure('NOT_FOUND', 'There is nothing here.');
    const ids = networks.map(({ id }) => id);
    const worked = ids.filter((id) => worksInNetwork(actor, id));
    const [milestones, partnerships, visits, bands] = await Promise.all([
      this.database.query<MilestoneRow>(milestonesOf, [ids, worked]),
      this.database.query<PartnershipRow>(timelinePartnerships, [worked, actor.personId]),
      this.visits.cards(worked),
      this.bands.of([...new Set(networks.flatMap(({ countries }) => countries))]),
    ]);
    const now = new Date();
    const milestonesOfEach = grouped(milestones, ({ milestone, networkId }) => milestone.partnershipId ?? networkId);
    const visitsOf = grouped(visits, ({ partnershipId }) => partnershipId);
    const milestonesHere = (id: string) => (milestonesOfEach.get(id) ?? []).map((row) => asMilestone(row, now));
    return {
      today: todayOf(now),
      bands,
      networks: networks.map((network) => ({
        ...network,
        month: monthOf(network.startsOn, todayOf(now)),
        milestones: milestonesHere(network.id),
        rows: partnerships
          .filter(({ networkId }) => networkId === network.id)
          .map((row) => rowOf(actor, network, { ...row, milestones: milestonesHere(row.partnership.id), visitsOf })),
        may: { change: mayChangePlan(actor, network) },
      })),
    };
  }

  private async show(channelId: string, rows: ChannelRow[]): Promise<ChannelEvent[]> {
    const ids = rows.flatMap(({ kind, subjectId }) => (kind === 'milestone.changed' ? [subjectId] : []));
    const found = ids.length === 0 ? [] : await this.database.query<MilestoneRow>(milestonesById, [[...new Set(ids)]]);
    const byId = new Map(found.map((row) => [row.milestone.id, row]));
    return rows.flatMap(({ seq, kind, subjectId }): ChannelEvent[] => {
      if (kind === 'plan.changed') return [{ kind, channelId, seq, networkId: subjectId }];
      const row = byId.get(subjectId);
      if (kind !== 'milestone.changed' || !row) return [];
      return [{ kind, channelId, seq, networkId: row.networkId, milestone: asMilestone(row, new Date()) }];
    });
  }
}

export function asMilestone({ milestone, deadline, over }: MilestoneRow, now: Date): Milestone {
  return { ...milestone, late: !over && isLate({ ...milestone, deadline }, now) };
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}

function rowOf(
  actor: Actor,
  network: NetworkRow,
  row: PartnershipRow & { milestones: Milestone[]; visitsOf: Map<string, VisitCard[]> },
): TimelineRow {
  const { partnership, lastToldAt, milestones, visitsOf } = row;
  // Nobody writes in a closed network.
  const channelId = isClosed(network.status) ? null : row.channelId;
  const visits = visitsOf.get(partnership.id) ?? [];
  const may = { change: mayChangeIn(actor, network, partnership) };
  return { partnership, lastToldAt, channelId, milestones, visits, may };
}
