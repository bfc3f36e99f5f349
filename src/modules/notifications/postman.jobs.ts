/**
 * Sends the letters of a round. Everything in them is looked at again right before they leave, and each leaves at most
 * once: what may have left when something broke is settled as unknown when its lease has run out, and not sent again.
 */
import { Database } from '@hub/database';
import { Handles } from '@hub/queue';
import { Injectable } from '@nestjs/common';
import { PostingService } from '../mail/posting.service.js';
import { DueLettersService, type DueLetter } from './due-letters.service.js';
import { lettersDue } from './letters.jobs.js';
import { PostmanService } from './postman.service.js';
import { begin, release, renew, tryAgain } from './postman.queries.js';
import { SettlingService } from './settling.service.js';

/** Twice as many as there are connections to the mail server: what is looked at leaves soon, and none of them rests. */
const atOnce = 10;
/** Its row in the outbox goes right after the handler. */
const wakeMs = 30;
/** A slow mail server must not let the lease of the last ones run out. */
const renewedMs = 60_000;

@Injectable()
export class PostmanJobs {
  constructor(
    private readonly database: Database,
    private readonly due: DueLettersService,
    private readonly posting: PostingService,
    private readonly postman: PostmanService,
    private readonly settling: SettlingService,
  ) {}

  @Handles(lettersDue)
  async carry({ letterIds }: { letterIds: string[] }): Promise<void> {
    let renewedAt = 0;
    for (let first = 0; first < letterIds.length; first += atOnce) {
      if (Date.now() - renewedAt > renewedMs) {
        await this.database.query(renew, [letterIds.slice(first)]);
        renewedAt = Date.now();
      }
      await this.carrySome(letterIds.slice(first, first + atOnce));
    }
    setTimeout(() => this.postman.wake(), wakeMs).unref();
  }

  private async carrySome(letterIds: string[]): Promise<void> {
    const letters = await this.due.of(letterIds);
    if (letters.length === 0) return;
    const begun = await this.begin(letters);
    const left = letters.flatMap(({ letterId }) => (begun.has(letterId) ? [] : [letterId]));
    if (left.length > 0) await this.database.query(release, [left]);
    const sent = await Promise.allSettled(letters.flatMap((one) => (begun.has(one.letterId) ? [this.send(one)] : [])));
    // Only the ledger can be what failed: the job comes again for the letters that were not begun.
    for (const one of sent) if (one.status === 'rejected') throw one.reason;
  }

  private async begin(letters: DueLetter[]): Promise<Set<string>> {
    const rows = letters.flatMap(({ letterId, rows: own }) => own.map((row) => ({ ...row, letterId })));
    const begun = await this.database.query<{ letterId: string }>(begin, [
      rows.map(({ id }) => id),
      rows.map(({ letterId }) => letterId),
      rows.map(({ count }) => count),
    ]);
    return new Set(begun.map(({ letterId }) => letterId));
  }

  private async send({ letterId, rows, letter }: DueLetter): Promise<void> {
    const ids = rows.map(({ id }) => id);
    const { state, reason } = await this.posting.post(letter);
    if (state === 'pending') await this.database.query(tryAgain, [ids, letterId, reason]);
    else await this.settling.settle({ letterId, ids, state, reason });
  }
}
