/** Faults that people report, with or without an account, and who looks after them. */
import { Failure, type Fault, type Parsed } from '@hub/contracts';
import { Database, instant } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Tries, type Allowance } from '../../edge/tries.js';
import { AuditService } from '../administration/audit.service.js';
import { isAdministrator, type Actor } from '../identity/actor.js';
import { Fault as FaultRow } from './fault.entity.js';

const allowance: Allowance = { what: 'fault by address', tries: 10, seconds: 60 * 60 };

@Injectable()
export class FaultsService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly tries: Tries,
  ) {}

  /** From nobody in particular: only how often an address does so is counted. */
  async report(address: string, fault: Parsed<'fault.report'>): Promise<void> {
    await this.tries.count(allowance, address);
    await this.database.manager.insert(FaultRow, { id: uuidv7(), ...fault });
  }

  async list(actor: Actor): Promise<Fault[]> {
    if (!isAdministrator(actor)) throw new Failure('FORBIDDEN', 'This is for administrators.');
    return this.database.query<Fault>(waiting);
  }

  async settle(actor: Actor, faultId: string): Promise<void> {
    if (!isAdministrator(actor)) throw new Failure('NOT_FOUND', 'There is nothing here.');
    await this.database.transaction(async (tx) => {
      const settled = await tx.query(settle, [faultId, actor.personId]);
      if (settled.length === 0) throw new Failure('NOT_FOUND', 'There is nothing here.');
      await this.audit.write(tx, { actor, networkId: null, action: 'fault.settle', subjectId: faultId });
    });
  }
}

const waiting = `
  select id, ${instant('at')} as at, page, text, contact from faults where settled_at is null order by at, id limit 200`;

/** $1 fault, $2 by whom: the contact was for this alone. */
const settle = `
  update faults set settled_at = now(), settled_by = $2, contact = '' where id = $1 and settled_at is null returning id`;
