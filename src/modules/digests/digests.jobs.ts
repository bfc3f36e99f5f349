/** Sends a digest at most once: what may have left when something broke is settled as unknown, and not sent again. */
import { Database } from '@hub/database';
import { Handles } from '@hub/queue';
import { Injectable } from '@nestjs/common';
import { PostingService } from '../mail/posting.service.js';
import { DigestRulesService } from '../preferences/digest-rules.service.js';
import { ComposingService } from './composing.service.js';
import { digestKey } from './digest.policy.js';
import { begin, readerOf, settle } from './digests.queries.js';
import { digestDue } from './due.jobs.js';
import type { Reader } from './open.service.js';

interface Found extends Reader {
  closed: boolean;
  state: 'pending' | 'sending';
}

@Injectable()
export class DigestsJobs {
  constructor(
    private readonly database: Database,
    private readonly rules: DigestRulesService,
    private readonly composing: ComposingService,
    private readonly posting: PostingService,
  ) {}

  @Handles(digestDue)
  async send({ personId, day }: { personId: string; day: string }): Promise<void> {
    const key = digestKey(personId, day);
    const [reader] = await this.database.query<Found>(readerOf, [personId, key]);
    if (!reader) return;
    if (reader.state === 'sending') return this.settle(key, 'failed', 'unknown');
    if (reader.closed) return this.settle(key, 'suppressed', 'closed');
    if (!(await this.rules.allows(personId, new Date()))) return this.settle(key, 'suppressed', 'unwanted');
    const letter = await this.composing.compose(reader, day);
    if (!letter) return this.settle(key, 'suppressed', 'nothing');
    const begun = await this.database.query(begin, [key]);
    if (begun.length === 0) return;
    const { state, reason } = await this.posting.post(letter);
    await this.settle(key, state, reason);
  }

  private async settle(key: string, state: string, reason: string | null): Promise<void> {
    await this.database.query(settle, [key, state, reason]);
  }
}
