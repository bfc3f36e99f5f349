/** Writes a digest if it still is to be sent; one that cannot be written keeps no other from its reader. */
import { Database, isPassing } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { Log } from '../../edge/log.js';
import type { Letter } from '../mail/letter.js';
import { DigestRulesService } from '../preferences/digest-rules.service.js';
import { ComposingService } from './composing.service.js';
import { digestKey } from './digest.policy.js';
import { fallAway, readerOf, unwritable } from './digests.queries.js';
import type { Reader } from './open.service.js';

@Injectable()
export class WritingService {
  constructor(
    private readonly database: Database,
    private readonly rules: DigestRulesService,
    private readonly composing: ComposingService,
    private readonly log: Log,
  ) {}

  /** Nothing where none is to be sent now: its row says why, or that it is tried again. */
  async write(personId: string, day: string): Promise<Letter | undefined> {
    const key = digestKey(personId, day);
    try {
      const letter = await this.letterOrReason(personId, day);
      if (typeof letter !== 'string') return letter;
      await this.database.query(fallAway, [key, letter]);
    } catch (error) {
      if (isPassing(error)) throw error;
      this.log.error({ error: error instanceof Error ? error.name : typeof error }, 'a digest cannot be written');
      await this.database.query(unwritable, [key]);
    }
    return undefined;
  }

  private async letterOrReason(personId: string, day: string): Promise<Letter | string | undefined> {
    const [reader] = await this.database.query<Reader & { closed: boolean }>(readerOf, [
      personId,
      digestKey(personId, day),
    ]);
    if (!reader) return undefined;
    if (reader.closed) return 'closed';
    if (!(await this.rules.allows(personId, new Date()))) return 'unwanted';
    return (await this.composing.compose(reader, day)) ?? 'nothing';
  }
}
