/** Days away: what would come, or waits, meanwhile goes to whoever stands in. Everybody says their own. */
import { Failure, type AwayPeriod as Card, type Parsed } from '@hub/contracts';
import { Database } from '@hub/database';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../identity/actor.js';
import { wrong } from '../partnerships/partnership-access.service.js';
import { AwayPeriod } from './routing.entity.js';
import { answersInOneOf, awayOf } from './routing.queries.js';

@Injectable()
export class AwayService {
  constructor(private readonly database: Database) {}

  list({ personId }: Actor): Promise<Card[]> {
    return this.database.query<Card>(awayOf, [personId]);
  }

  /** Once for its id. Somebody who answers in one of the same networks stands in. */
  async add(actor: Actor, { id, fromOn, untilOn, standInId }: Parsed<'away.add'>): Promise<void> {
    const { personId, memberships } = actor;
    if (untilOn < fromOn) throw wrong('untilOn', 'too_early');
    if (untilOn < new Date(Date.now() - dayMs).toISOString().slice(0, 10)) throw wrong('untilOn', 'too_early');
    await this.database.transaction(async (tx) => {
      if (standInId !== null) {
        const networkIds = memberships.flatMap(({ networkId }) => networkId ?? []);
        const answers = await tx.query(answersInOneOf, [standInId, networkIds]);
        if (standInId === personId || answers.length === 0) throw wrong('standInId', 'not_a_choice');
      }
      if (await tx.insertNew(AwayPeriod, { id, personId, fromOn, untilOn, standInId })) return;
      const known = await tx.manager.findOneBy(AwayPeriod, { id });
      if (known?.personId !== personId) throw new Failure('CONFLICT', 'This id belongs to other days.');
    });
  }

  async remove({ personId }: Actor, { awayId: id }: Parsed<'away.remove'>): Promise<void> {
    const { affected } = await this.database.manager.delete(AwayPeriod, { id, personId });
    if (affected === 0) throw new Failure('NOT_FOUND', 'There is nothing here.');
  }
}

const dayMs = 24 * 60 * 60_000;
