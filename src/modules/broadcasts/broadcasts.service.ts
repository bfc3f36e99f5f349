/** Broadcasts as their recipients read them, and whoever sends them; and the way to one that is about to be changed. */
import {
  Failure,
  type Audience,
  type BroadcastCard,
  type BroadcastPage,
  type BroadcastStatus,
  type UserEvent,
} from '@hub/contracts';
import { Database, type Transaction } from '@hub/database';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { hasRight, seesNetwork, type Actor } from '../identity/actor.js';
import { JournalService } from '../journal/journal.service.js';
import { NetworkAccessService } from '../networks/network-access.service.js';
import { isClosed } from '../networks/networks.policy.js';
import { mayDo, sendsIn, sendsInEach, type BroadcastNetwork } from './broadcasts.policy.js';
import { cardsOfNetwork, lock, networksById, page, standing } from './broadcasts.queries.js';

const listed = 100;

/** As it stands; what is to change is held so until the transaction ends. */
export interface HeldBroadcast {
  id: string;
  authorId: string;
  audience: Audience;
  status: BroadcastStatus;
  version: number;
  acknowledge: boolean;
  acknowledgeBy: string | null;
  topicId: string | null;
  networks: BroadcastNetwork[];
  /** Who asks is one of those it was sent to. */
  mine: boolean;
  /** The version that is to be acknowledged, and since when it is. */
  askedVersion: number;
  askedAt: Date;
}

type Page = Omit<BroadcastPage, 'may'> & { networks: BroadcastNetwork[] };

const absent = () => new Failure('NOT_FOUND', 'There is nothing here.');

@Injectable()
export class BroadcastsService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly journal: JournalService,
    private readonly networks: NetworkAccessService,
  ) {}

  onModuleInit(): void {
    this.journal.showsPeople(['broadcast.changed'], async (_, rows) =>
      rows.map(({ seq: userSeq, subject }): UserEvent => ({
        kind: 'broadcast.changed',
        userSeq,
        ...(subject as { broadcastId: string }),
      })),
    );
  }

  async list(actor: Actor, networkSlug: string): Promise<BroadcastCard[]> {
    const { id } = await this.networks.visible(actor, networkSlug);
    return this.database.query<BroadcastCard>(cardsOfNetwork, [actor.personId, sendsIn(actor), id, listed]);
  }

  async page(actor: Actor, broadcastId: string): Promise<BroadcastPage> {
    const [found] = await this.database.query<Page>(page, [actor.personId, sendsIn(actor), broadcastId]);
    if (!found) throw absent();
    return { ...found, may: mayDo(actor, found) };
  }

  /** For whoever may read it, as it stands at this moment. */
  async standing(actor: Actor, broadcastId: string): Promise<HeldBroadcast> {
    const [found] = await this.database.query<HeldBroadcast>(standing, [actor.personId, sendsIn(actor), broadcastId]);
    if (!found) throw absent();
    return found;
  }

  /** For whoever may read it. */
  async held(tx: Transaction, actor: Actor, broadcastId: string): Promise<HeldBroadcast> {
    const [found] = await tx.query<HeldBroadcast>(lock, [actor.personId, sendsIn(actor), broadcastId]);
    if (!found) throw absent();
    return found;
  }

  /** Not sent yet, for whoever may send it. */
  async unsent(tx: Transaction, actor: Actor, broadcastId: string): Promise<HeldBroadcast> {
    const broadcast = await this.held(tx, actor, broadcastId);
    if (!sendsInEach(actor, broadcast.networks)) throw new Failure('FORBIDDEN', 'Others send this.');
    if (broadcast.status === 'sent') throw new Failure('CONFLICT', 'It was sent meanwhile.');
    return broadcast;
  }

  /** Networks that are open and whose broadcasts the actor sends; held so. Absent and hidden answer the same. */
  async requireSending(tx: Transaction, actor: Actor, networkIds: readonly string[]): Promise<void> {
    const networks = await tx.query<BroadcastNetwork>(networksById, [networkIds]);
    if (networks.length < new Set(networkIds).size || !networks.every(({ id }) => seesNetwork(actor, id)))
      throw absent();
    if (!networks.every(({ id }) => hasRight(actor, 'broadcast', id)))
      throw new Failure('FORBIDDEN', 'Its project coordinator sends updates to a network.');
    if (networks.some(({ status }) => isClosed(status))) throw new Failure('FORBIDDEN', 'The network is closed.');
  }
}
