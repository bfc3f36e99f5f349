/** The way to a network by its slug, for an actor who sees it. Knows no other feature, so that all may ask it. */
import { Failure, type NetworkStatus } from '@hub/contracts';
import { Database, type Transaction } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { seesNetwork, worksInNetwork, type Actor } from '../identity/actor.js';
import { isClosed, looksAfter } from './networks.policy.js';

export interface KnownNetwork {
  id: string;
  slug: string;
  name: string;
  status: NetworkStatus;
}

@Injectable()
export class NetworkAccessService {
  constructor(private readonly database: Database) {}

  /** Absent and hidden answer the same. */
  async visible(actor: Actor, slug: string, tx?: Transaction): Promise<KnownNetwork> {
    return this.find(slug, (id) => seesNetwork(actor, id), tx);
  }

  /** For what guests do not see. */
  async workedIn(actor: Actor, slug: string, tx?: Transaction): Promise<KnownNetwork> {
    return this.find(slug, (id) => worksInNetwork(actor, id), tx);
  }

  /** For whoever looks after it, while it is open; held so until the transaction ends. */
  async lookedAfter(actor: Actor, slug: string, tx: Transaction): Promise<KnownNetwork> {
    const network = await this.find(slug, (id) => seesNetwork(actor, id), tx);
    if (!looksAfter(actor, network.id)) throw new Failure('FORBIDDEN', 'Its project coordinator looks after this.');
    if (isClosed(network.status)) throw new Failure('FORBIDDEN', 'The network is closed.');
    return network;
  }

  private async find(slug: string, may: (id: string) => boolean, tx?: Transaction): Promise<KnownNetwork> {
    const sql = `select id, slug, name, status from networks where slug = $1 ${tx ? 'for no key update' : ''}`;
    const [network] = await (tx ?? this.database).query<KnownNetwork>(sql, [slug]);
    if (!network || !may(network.id)) throw new Failure('NOT_FOUND', 'There is nothing here.');
    return network;
  }
}
