/** The audit trail: written in the transaction of what it tells, so that neither stands without the other. */
import type { Transaction } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../identity/actor.js';
import { AuditEntry } from './audit.entity.js';

export interface Audited {
  /** Null where the hub itself did it, or whoever runs it. */
  actor: Pick<Actor, 'personId'> | null;
  networkId: string | null;
  /** `noun.verb`, in most cases the route's name. */
  action: string;
  subjectId: string;
  reason?: string;
  /**
   * What was changed. Ids, roles, dates and names of fields only: the trail outlives an erasure, so no name, address or
   * text of a person may stand in it.
   */
  before?: object;
  after?: object;
}

@Injectable()
export class AuditService {
  async write(tx: Transaction, { actor, ...entry }: Audited): Promise<void> {
    await tx.manager.insert(AuditEntry, { id: uuidv7(), actorId: actor?.personId ?? null, ...entry });
  }
}
