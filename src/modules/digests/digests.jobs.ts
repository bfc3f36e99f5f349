/**
 * Sends the digests of a round, each at most once: what may have left when something broke is settled as unknown when its
 * lease has run out, and not sent again.
 */
import { Database } from '@hub/database';
import { Handles } from '@hub/queue';
import { Injectable } from '@nestjs/common';
import { PostingService } from '../mail/posting.service.js';
import { DigestRoundsService } from './digest-rounds.service.js';
import { digestKey } from './digest.policy.js';
import { begin, settle, tryAgain } from './digests.queries.js';
import { digestsDue } from './due.jobs.js';
import { WritingService } from './writing.service.js';

interface Due {
  personId: string;
  day: string;
}

/** As many as there are connections to the mail server. */
const atOnce = 5;

@Injectable()
export class DigestsJobs {
  constructor(
    private readonly database: Database,
    private readonly writing: WritingService,
    private readonly posting: PostingService,
    private readonly rounds: DigestRoundsService,
  ) {}

  @Handles(digestsDue)
  async send({ digests }: { digests: Due[] }): Promise<void> {
    for (let first = 0; first < digests.length; first += atOnce) {
      const some = await Promise.allSettled(digests.slice(first, first + atOnce).map((one) => this.sendOne(one)));
      // Only the ledger can be what failed: the job comes again for those that were not begun.
      for (const one of some) if (one.status === 'rejected') throw one.reason;
    }
    this.rounds.wake();
  }

  private async sendOne({ personId, day }: Due): Promise<void> {
    const key = digestKey(personId, day);
    const letter = await this.writing.write(personId, day);
    if (!letter || (await this.database.query(begin, [key])).length === 0) return;
    const { state, reason } = await this.posting.post(letter);
    if (state === 'pending') await this.database.query(tryAgain, [key, reason]);
    else await this.database.query(settle, [key, state, reason]);
  }
}
