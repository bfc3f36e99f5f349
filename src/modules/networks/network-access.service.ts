/** The way to a network by its slug, for an actor who sees it. Knows no other feature, so that all may ask it. */
import { Failure } from '@hub/contracts';
import { Database } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { seesNetwork, worksInNetwork, type Actor } from '../identity/actor.js';

export interface KnownNetwork {
  id: string;
  slug: string;
  name: string;
}

@Injectable()
export class NetworkAccessService {
  constructor(private readonly database: Database) {}

  /** Absent and hidden answer the same. */
  async visible(actor: Actor, slug: string): Promise<KnownNetwork> {
    return this.find(slug, (id) => seesNetwork(actor, id));
  }

  /** For what guests do not see. */
  async workedIn(actor: Actor, slug: string): Promise<KnownNetwork> {
    return this.find(slug, (id) => worksInNetwork(actor, id));
  }

  private async find(slug: string, may: (id: string) => boolean): Promise<KnownNetwork> {
    const [network] = await this.database.query<KnownNetwork>('select id, slug, name from networks where slug = $1', [
      slug,
    ]);
    if (!network || !may(network.id)) throw new Failure('NOT_FOUND', 'There is nothing here.');
    return network;
  }
}
