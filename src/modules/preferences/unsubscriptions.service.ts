/** No more letters of a kind, or no digest, by the link of a letter: for one person and one kind, without signing in. */
import { Failure, tellings, type Output } from '@hub/contracts';
import { Database } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { Tries, type Allowance } from '../../edge/tries.js';
import { UnsubscribingService, type Unsubscribed } from '../mail/unsubscribing.service.js';
import { stopDigest, stopKind, stopped } from './preferences.queries.js';

/** Many people read their mail behind one address. */
const misses: Allowance = { what: 'unsubscription misses by address', tries: 100, seconds: 60 * 60 };
const uses: Allowance = { what: 'unsubscriptions by link', tries: 60, seconds: 60 * 60 };

interface Found {
  personId: string;
  personName: string;
  what: Unsubscribed;
  off: boolean;
}

@Injectable()
export class UnsubscriptionsService {
  constructor(
    private readonly database: Database,
    private readonly links: UnsubscribingService,
    private readonly tries: Tries,
  ) {}

  /** Changes nothing. `from`: where it is asked from. */
  async read(token: string, from: string): Promise<Output<'unsubscription.read'>> {
    const { personName, what, off } = await this.find(token, from);
    return { personName, what, off };
  }

  async give(token: string, from: string): Promise<void> {
    const { personId, what } = await this.find(token, from);
    if (what === 'digest') await this.database.query(stopDigest, [personId]);
    else if (tellings[what].critical) throw new Failure('FORBIDDEN', 'These letters always come.');
    else await this.database.query(stopKind, [personId, what]);
  }

  /** Wrong, foreign and of a closed account answer the same. */
  private async find(token: string, from: string): Promise<Found> {
    const named = await this.links.read(token);
    const [found] = named ? await this.database.query<Omit<Found, 'what'>>(stopped, [named.personId, named.what]) : [];
    if (!named || !found) {
      await this.tries.count(misses, from);
      throw new Failure('NOT_FOUND', 'There is nothing here.');
    }
    await this.tries.count(uses, token);
    return { ...found, what: named.what };
  }
}
