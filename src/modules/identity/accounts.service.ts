/** Other people's accounts, for administrators: what is wrong in them, closing one at once, and opening it again. */
import { Failure, type Parsed } from '@hub/contracts';
import { Database, type Transaction } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { AuditService } from '../administration/audit.service.js';
import type { Actor } from './actor.js';
import { administratorRoles, lockAdministrators, otherAdministrators } from './memberships.queries.js';
import { isLastAdministrator, MembershipsService } from './memberships.service.js';
import { Person } from './person.entity.js';
import { mayAdminister } from './roles.policy.js';
import { endFeeds } from './sessions.queries.js';
import { SessionsService } from './sessions.service.js';

@Injectable()
export class AccountsService {
  constructor(
    private readonly database: Database,
    private readonly memberships: MembershipsService,
    private readonly audit: AuditService,
    private readonly sessions: SessionsService,
  ) {}

  /** The trail tells which fields were changed, and not what they say. */
  async change(actor: Actor, { personId, ...given }: Parsed<'person.change'>): Promise<void> {
    await this.administer(actor, personId, async (tx, person) => {
      const fields = (['name', 'title', 'email'] as const).filter(
        (field) => given[field] !== undefined && given[field] !== person[field],
      );
      if (fields.length === 0) return;
      if (given.email !== undefined) await this.requireFree(tx, personId, given.email);
      await tx.manager.update(Person, { id: personId }, given);
      if (fields.includes('email')) await tx.query(addressMoved, [personId, person.email, given.email]);
      const action = 'person.change';
      await this.audit.write(tx, { actor, networkId: null, action, subjectId: personId, after: { fields } });
    });
  }

  async disable(actor: Actor, { personId, reason }: Parsed<'person.disable'>): Promise<void> {
    await this.administer(actor, personId, async (tx, person) => {
      if (person.disabledAt !== null) return;
      await this.keepAdministrator(tx, personId);
      await tx.manager.update(Person, { id: personId }, { disabledAt: new Date() });
      await this.sessions.endAll(tx, personId, {});
      await this.sessions.endPrograms(tx, personId);
      await tx.query(endFeeds, [personId]);
      await this.audit.write(tx, { actor, networkId: null, action: 'person.disable', subjectId: personId, reason });
    });
  }

  /** Roles that did not end meanwhile hold again. */
  async enable(actor: Actor, { personId, reason }: Parsed<'person.enable'>): Promise<void> {
    await this.administer(actor, personId, async (tx, person) => {
      if (person.disabledAt === null) return;
      await tx.manager.update(Person, { id: personId }, { disabledAt: null });
      await this.audit.write(tx, { actor, networkId: null, action: 'person.enable', subjectId: personId, reason });
    });
  }

  private async administer(
    actor: Actor,
    personId: string,
    work: (tx: Transaction, person: Person) => Promise<void>,
  ): Promise<void> {
    await this.memberships.requireKnown(actor, personId);
    if (!mayAdminister(actor)) throw new Failure('FORBIDDEN', 'Accounts are for administrators.');
    await this.database.transaction(async (tx) => {
      await tx.query(lockAdministrators);
      const person = await tx.manager.findOne(Person, {
        where: { id: personId },
        lock: { mode: 'pessimistic_write' },
      });
      if (person) await work(tx, person);
    });
  }

  private async keepAdministrator(tx: Transaction, personId: string): Promise<void> {
    const held = await tx.query<{ id: string }>(administratorRoles, [personId]);
    if (held.length === 0) return;
    const others = await tx.query(otherAdministrators, [held.map(({ id }) => id), null]);
    if (others.length === 0) throw isLastAdministrator();
  }

  private async requireFree(tx: Transaction, personId: string, email: string): Promise<void> {
    const taken = await tx.query('select from people where lower(email) = lower($1) and id <> $2', [email, personId]);
    if (taken.length > 0)
      throw new Failure('INVALID', 'Somebody else has this address.', {
        fields: [{ path: 'email', problem: 'taken' }],
      });
  }
}

/**
 * $1 person, $2 the address before, $3 after: what was offered to the old address is offered to the new one, and what was
 * mailed to the old one lets nobody in any more.
 */
const addressMoved = `
  with invited as (
    update invitations set email = $3 where lower(email) = lower($2) and accepted_at is null)
  update sign_ins set used_at = now() where person_id = $1 and used_at is null`;
