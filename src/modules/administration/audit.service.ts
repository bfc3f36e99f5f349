/** The audit trail: written in the transaction of what it tells, so that neither stands without the other. */
import type { Transaction } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../identity/actor.js';
import { AuditEntry } from './audit.entity.js';

interface Audited {
  actor: Actor;
  networkId: string | null;
  action: string;
  subjectId: string;
  reason: string;
}

@Injectable()
export class AuditService {
  async write(tx: Transaction, { actor, ...entry }: Audited): Promise<void> {
    await tx.manager.insert(AuditEntry, { id: uuidv7(), actorId: actor.personId, ...entry });
  }
}
