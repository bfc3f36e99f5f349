/** Exchange visits as others show them. */
import type { VisitCard } from '@hub/contracts';
import { Database, type Transaction } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { visitCards } from './visits.queries.js';

@Injectable()
export class VisitsService {
  constructor(private readonly database: Database) {}

  /** Those of networks that the caller has authorised. */
  cards(networkIds: readonly string[], tx?: Transaction): Promise<VisitCard[]> {
    return (tx ?? this.database).query<VisitCard>(visitCards, [networkIds]);
  }
}
