/** Questions and notes that may already hold the answer to what somebody is writing. */
import { excerptOf, type Parsed, type Similar } from '@hub/contracts';
import { Database } from '@hub/database';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../identity/actor.js';
import { readsNotes } from './knowledge.policy.js';
import { similar } from './similar.queries.js';

/** Below it everything is alike. */
const fewest = 3;

@Injectable()
export class SimilarService {
  constructor(private readonly database: Database) {}

  /** Whoever works nowhere is shown none: a guest expert sees what is given to them, not what is like it. */
  async find(actor: Actor, { text, language, exceptId }: Parsed<'question.similar'>): Promise<Similar[]> {
    if (!readsNotes(actor) || text.length < fewest) return [];
    const values = [actor.personId, text, language, exceptId ?? null];
    const rows = await this.database.prepared<Omit<Similar, 'excerpt'> & { body: string }>('similar', similar, values);
    return rows.map(({ body, ...row }) => ({ ...row, excerpt: excerptOf(body, [], { dots: true }) }));
  }
}
