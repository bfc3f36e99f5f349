/** What people changed lately of a partnership's milestones and visits, for everybody who works in its network. */
import { Failure, type LoggedChange } from '@hub/contracts';
import { Database } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { worksInNetwork, type Actor } from '../identity/actor.js';
import { latestChanges, partnershipLogged } from './log.queries.js';

const shown = 12;

@Injectable()
export class LogService {
  constructor(private readonly database: Database) {}

  /** Absent and hidden answer the same. */
  async latest(actor: Actor, slug: string): Promise<LoggedChange[]> {
    const [found] = await this.database.query<{ id: string; networkId: string }>(partnershipLogged, [slug]);
    if (!found || !worksInNetwork(actor, found.networkId)) throw new Failure('NOT_FOUND', 'There is nothing here.');
    return this.database.query<LoggedChange>(latestChanges, [found.id, shown]);
  }
}
