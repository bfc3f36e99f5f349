/**
 * Sends the letters of a round. Everything in them is looked at again right before they leave, and each leaves at most
 * once: what may have left when something broke is settled as unknown, and counted, but not sent again.
 */
import { Database } from '@hub/database';
import { Handles } from '@hub/queue';
import { Injectable } from '@nestjs/common';
import { PostingService } from '../mail/posting.service.js';
import { DueLettersService, type DueLetter } from './due-letters.service.js';
import { lettersDue } from './letters.jobs.js';
import { PostmanService } from './postman.service.js';
import { begin, settle, settleUnknown, tryAgain } from './postman.queries.js';

/** As many as there are connections to the mail server: what is looked at leaves at once. */
const atOnce = 5;
/** Its row in the outbox goes right after the handler. */
const wakeMs = 30;

@Injectable()
export class PostmanJobs {
  constructor(
    private readonly database: Database,
    private readonly due: DueLettersService,
    private readonly posting: PostingService,
    private readonly postman: PostmanService,
  ) {}

  @Handles(lettersDue)
  async carry({ letterIds }: { letterIds: string[] }): Promise<void> {
    await this.database.query(settleUnknown, [letterIds]);
    for (let first = 0; first < letterIds.length; first += atOnce)
      await this.carrySome(letterIds.slice(first, first + atOnce));
    setTimeout(() => this.postman.wake(), wakeMs).unref();
  }

  private async carrySome(letterIds: string[]): Promise<void> {
    const letters = await this.due.of(letterIds);
    if (letters.length === 0) return;
    const begun = await this.database.query<{ id: string }>(begin, [letters.flatMap(({ ids }) => ids)]);
    const ours = new Set(begun.map(({ id }) => id));
    await Promise.all(letters.flatMap((one) => (one.ids.some((id) => ours.has(id)) ? [this.send(one)] : [])));
  }

  private async send({ ids, letter }: DueLetter): Promise<void> {
    const { state, reason } = await this.posting.post(letter);
    if (state === 'pending') await this.database.query(tryAgain, [ids, reason]);
    else await this.database.query(settle, [ids, state, reason]);
  }
}
