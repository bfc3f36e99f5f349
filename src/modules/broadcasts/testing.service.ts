/** Mails a broadcast to whoever writes it, alone, as its readers would get it. */
import { Failure, type Parsed } from '@hub/contracts';
import { Database } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Tries, type Allowance } from '../../edge/tries.js';
import type { Actor } from '../identity/actor.js';
import { broadcastTested } from './broadcasts.jobs.js';
import { sendsInEach } from './broadcasts.policy.js';
import { BroadcastsService } from './broadcasts.service.js';

const tests: Allowance = { what: 'test mails of updates', tries: 30, seconds: 60 * 60 };

@Injectable()
export class TestingService {
  constructor(
    private readonly database: Database,
    private readonly broadcasts: BroadcastsService,
    private readonly tries: Tries,
  ) {}

  async test(actor: Actor, { broadcastId }: Parsed<'broadcast.test'>): Promise<void> {
    const { personId } = actor;
    // On a connection of its own: nobody waits for a second one while they hold one.
    await this.tries.count(tests, personId);
    await this.database.transaction(async (tx) => {
      const { networks } = await this.broadcasts.held(tx, actor, broadcastId);
      if (!sendsInEach(actor, networks)) throw new Failure('FORBIDDEN', 'Others send this.');
      await tx.promise(broadcastTested.topic, [{ testId: uuidv7(), broadcastId, personId }]);
    });
  }
}
