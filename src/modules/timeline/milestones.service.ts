/** One milestone: how it came to where it is, what proves it, where it is talked about, and who has done the same. */
import {
  excerptOf,
  Failure,
  type Elsewhere,
  type Evidence,
  type Milestone,
  type MilestoneChange,
  type MilestonePage,
  type NetworkStatus,
  type PartnershipStatus,
} from '@hub/contracts';
import { Database, type Transaction } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { seesNetwork, worksInNetwork, type Actor } from '../identity/actor.js';
import { isClosed } from '../networks/networks.policy.js';
import type { Standing } from './milestone.policy.js';
import { changesOf, elsewhere, evidenceOf, milestonePage, milestoneToChange } from './milestones.queries.js';
import { holdPlaceOf } from './timeline.fragments.js';
import { mayChangeIn, mayChangePlan } from './timeline.policy.js';
import { milestonesById } from './timeline.queries.js';
import { asMilestone, type MilestoneRow } from './timeline.service.js';

type PageRow = MilestoneRow &
  Omit<MilestonePage, 'milestone' | 'changes' | 'evidence' | 'elsewhere' | 'may'> & {
    networkStatus: NetworkStatus;
    status: PartnershipStatus | null;
  };
type EvidenceRow = Omit<Evidence, 'message'> & {
  message: (Omit<NonNullable<Evidence['message']>, 'excerpt'> & { body: string }) | null;
};
type ElsewhereRow = MilestoneRow & Omit<Elsewhere, 'milestone'>;

/** Held as it is until the transaction ends. */
export interface MilestoneToChange extends Standing {
  id: string;
  networkId: string;
  partnershipId: string | null;
  networkStatus: NetworkStatus;
  status: PartnershipStatus | null;
  /** The network's first day. */
  startsOn: string;
  plannedOn: string;
  topicId: string | null;
  version: number;
}

const absent = () => new Failure('NOT_FOUND', 'There is nothing here.');

@Injectable()
export class MilestonesService {
  constructor(private readonly database: Database) {}

  /** Guests see that of a network's own, without what people did and wrote. */
  async page(actor: Actor, milestoneId: string): Promise<MilestonePage> {
    const [found] = await this.database.query<PageRow>(milestonePage, [milestoneId, actor.personId]);
    if (!found || !sees(actor, found.networkId, found.milestone.partnershipId)) throw absent();
    const works = worksInNetwork(actor, found.networkId);
    const [changes, evidence, others] = works ? await this.told(actor, milestoneId) : [[], [], []];
    const now = new Date();
    const change = mayChange(actor, { ...found, partnershipId: found.milestone.partnershipId });
    return {
      ...found,
      milestone: asMilestone(found, now),
      seats: change ? found.seats : [],
      changes,
      lesson: works ? found.lesson : '',
      evidence: evidence.map(asEvidence),
      elsewhere: others.map((row) => ({ ...row, milestone: asMilestone(row, now) })),
      channelId: isClosed(found.networkStatus) ? null : found.channelId,
      may: { change },
    };
  }

  /** As it is for everybody, for whoever was found entitled to it. */
  async card(milestoneId: string): Promise<Milestone> {
    const [row] = await this.database.query<MilestoneRow>(milestonesById, [[milestoneId]]);
    if (!row) throw absent();
    return asMilestone(row, new Date());
  }

  /** For whoever works in its network; absent and hidden answer the same. */
  async workedOn(tx: Transaction, actor: Actor, milestoneId: string): Promise<MilestoneToChange> {
    await tx.query(holdPlaceOf('milestones'), [milestoneId]);
    const [found] = await tx.query<MilestoneToChange>(milestoneToChange, [milestoneId]);
    if (!found || !sees(actor, found.networkId, found.partnershipId)) throw absent();
    if (!worksInNetwork(actor, found.networkId) || isClosed(found.networkStatus)) throw others();
    return found;
  }

  async toChange(tx: Transaction, actor: Actor, milestoneId: string): Promise<MilestoneToChange> {
    const found = await this.workedOn(tx, actor, milestoneId);
    if (!mayChange(actor, found)) throw others();
    return found;
  }

  private told(actor: Actor, milestoneId: string): Promise<[MilestoneChange[], EvidenceRow[], ElsewhereRow[]]> {
    return Promise.all([
      this.database.query<MilestoneChange>(changesOf, [milestoneId]),
      this.database.query<EvidenceRow>(evidenceOf, [milestoneId, actor.personId]),
      this.database.query<ElsewhereRow>(elsewhere, [milestoneId]),
    ]);
  }
}

const others = () => new Failure('FORBIDDEN', 'Others look after this milestone.');

function sees(actor: Actor, networkId: string, partnershipId: string | null): boolean {
  return partnershipId === null ? seesNetwork(actor, networkId) : worksInNetwork(actor, networkId);
}

type Ruled = Pick<MilestoneToChange, 'networkId' | 'networkStatus' | 'partnershipId' | 'status'>;

export function mayChange(actor: Actor, { networkId: id, networkStatus, partnershipId, status }: Ruled): boolean {
  const network = { id, status: networkStatus };
  if (partnershipId === null || status === null) return mayChangePlan(actor, network);
  return mayChangeIn(actor, network, { id: partnershipId, status });
}

function asEvidence({ message, ...evidence }: EvidenceRow): Evidence {
  if (!message) return { ...evidence, message };
  const { body, ...named } = message;
  return { ...evidence, message: { ...named, excerpt: excerptOf(body, []) } };
}
