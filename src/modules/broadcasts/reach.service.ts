/** Who was reached on each side of each partnership, for whoever sends to their network. */
import { Failure, type BroadcastReach, type ReachBoard, type SideReach } from '@hub/contracts';
import { Database } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { hasRight, type Actor } from '../identity/actor.js';
import { NetworkAccessService } from '../networks/network-access.service.js';
import { mayDo, sendsIn } from './broadcasts.policy.js';
import { BroadcastsService } from './broadcasts.service.js';
import { board, boardPartnerships, reach } from './reach.queries.js';
import { nextReminder } from './reminders.policy.js';

/** What a coordinator still acts on; what is older is read at the broadcast itself. */
const onBoard = 12;

type Reach = Omit<BroadcastReach, 'toCall' | 'nextReminderAt'>;
type BoardPartnership = Omit<ReachBoard['partnerships'][number], 'cells'>;
type OnBoard = ReachBoard['broadcasts'][number] & { reached: { partnershipId: string; sides: SideReach[] }[] };

const forbidden = () => new Failure('FORBIDDEN', 'Whoever sends updates here sees whom they reached.');

@Injectable()
export class ReachService {
  constructor(
    private readonly database: Database,
    private readonly broadcasts: BroadcastsService,
    private readonly networks: NetworkAccessService,
  ) {}

  async of(actor: Actor, broadcastId: string): Promise<BroadcastReach> {
    const broadcast = await this.broadcasts.standing(actor, broadcastId);
    if (broadcast.status === 'sent' && !mayDo(actor, broadcast).reach) throw forbidden();
    const [found] = await this.database.query<Reach>(reach, [broadcastId, sendsIn(actor)]);
    if (!found) throw new Failure('NOT_FOUND', 'There is nothing here.');
    const { askedAt, acknowledgeBy } = broadcast;
    const waits = broadcast.acknowledge && found.missing.length > 0;
    const next = waits ? nextReminder(askedAt, acknowledgeBy, new Date()) : null;
    return { ...found, toCall: waits && next === null, nextReminderAt: next?.toISOString() ?? null };
  }

  /** The latest broadcasts that asked to be acknowledged, newest first. */
  async board(actor: Actor, networkSlug: string): Promise<ReachBoard> {
    const { id: networkId } = await this.networks.visible(actor, networkSlug);
    if (!hasRight(actor, 'broadcast', networkId)) throw forbidden();
    const rows = await this.database.query<OnBoard>(board, [actor.personId, [networkId], networkId, onBoard]);
    const reached = rows.flatMap((row) => row.reached.map(({ partnershipId }) => partnershipId));
    const partnerships = await this.database.query<BoardPartnership>(boardPartnerships, [networkId, reached]);
    return {
      broadcasts: rows.map(({ id, title, sentAt, acknowledgeBy }) => ({ id, title, sentAt, acknowledgeBy })),
      partnerships: partnerships.map((partnership) => ({
        ...partnership,
        cells: rows.map((row) => row.reached.find((one) => one.partnershipId === partnership.id)?.sides ?? null),
      })),
    };
  }
}
