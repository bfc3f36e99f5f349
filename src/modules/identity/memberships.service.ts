/**
 * Roles over time: given, moved and ended by those whom the policy lets, and kept when they are over, so that what was
 * written keeps its author's role. Every change is in the audit trail; channels follow by themselves.
 */
import { Failure, roleRights, type FieldProblem, type Parsed } from '@hub/contracts';
import { Database, type Transaction } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { AuditService } from '../administration/audit.service.js';
import { hasRight, type Actor } from './actor.js';
import {
  endToday,
  insertMembership,
  isTooEarly,
  knownIn,
  lockAdministrators,
  lockPerson,
  membershipById,
  moveEnd,
  otherAdministrators,
  partnershipOf,
  sameRole,
} from './memberships.queries.js';
import { mayAdminister, mayGive, type HeldRole } from './roles.policy.js';

interface Term extends HeldRole {
  id: string;
  personId: string;
  fromOn: string;
  untilOn: string | null;
  over: boolean;
}

@Injectable()
export class MembershipsService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
  ) {}

  async grant(actor: Actor, input: Parsed<'role.grant'>): Promise<{ membershipId: string }> {
    const { personId, role, fromOn, lastOn } = input;
    const held = placeOf(input);
    await this.requireKnown(actor, personId);
    if (held.networkId !== null && !hasRight(actor, 'people', held.networkId)) throw absent();
    if (!mayGive(actor, held)) throw new Failure('FORBIDDEN', 'You may not give this role.');
    return this.database.transaction(async (tx) => {
      await tx.query(lockPerson, [personId]);
      const { networkId, partnershipId, side } = held;
      if (partnershipId !== null && (await tx.query(partnershipOf, [networkId, partnershipId])).length === 0)
        throw wrong('partnershipId', 'not_a_choice');
      if ((await tx.query(sameRole, [personId, role, networkId, partnershipId, side, fromOn, lastOn])).length > 0)
        throw wrong('role', 'taken');
      const id = uuidv7();
      const values = [id, personId, role, networkId, partnershipId, side, fromOn, lastOn];
      const [given] = await tx.query<{ untilOn: string | null }>(insertMembership, values);
      const after = { personId, ...held, fromOn, untilOn: given?.untilOn ?? null };
      await this.audit.write(tx, { actor, networkId, action: 'role.grant', subjectId: id, after });
      return { membershipId: id };
    });
  }

  /** To end a role at once is another thing, which asks for a reason. */
  async change(actor: Actor, { membershipId, lastOn }: Parsed<'role.change'>): Promise<void> {
    await this.manage(actor, membershipId, async (tx, term) => {
      if (term.over) throw new Failure('FORBIDDEN', 'The role is over: give it anew.');
      if (lastOn !== null) await refuseEarly(tx, lastOn, term.fromOn);
      const [moved] = await tx.query<{ untilOn: string | null }>(moveEnd, [membershipId, lastOn]);
      const untilOn = moved?.untilOn ?? null;
      if (untilOn === term.untilOn) return;
      if (untilOn !== null) await this.keepAdministrator(tx, term, untilOn);
      await this.write(tx, actor, { term, action: 'role.change', untilOn });
    });
  }

  async end(actor: Actor, { membershipId, reason }: Parsed<'role.end'>): Promise<void> {
    await this.manage(actor, membershipId, async (tx, term) => {
      if (term.over) return;
      const [ended] = await tx.query<{ untilOn: string }>(endToday, [membershipId]);
      await this.keepAdministrator(tx, term, null);
      await this.write(tx, actor, { term, action: 'role.end', untilOn: ended?.untilOn ?? null, reason });
    });
  }

  /** People of other networks answer as if they did not exist. */
  async requireKnown(actor: Actor, personId: string): Promise<void> {
    const networkIds = actor.memberships.flatMap(({ networkId }) => networkId ?? []);
    const workedIn = networkIds.filter((id) => hasRight(actor, 'people', id));
    const known = mayAdminister(actor)
      ? await this.database.query('select from people where id = $1', [personId])
      : await this.database.query(knownIn, [personId, workedIn]);
    if (known.length === 0) throw absent();
  }

  private async manage(
    actor: Actor,
    membershipId: string,
    work: (tx: Transaction, term: Term) => Promise<void>,
  ): Promise<void> {
    await this.database.transaction(async (tx) => {
      const [found] = await tx.query<Term>(membershipById, [membershipId]);
      if (!found || !sees(actor, found)) throw absent();
      if (!mayGive(actor, found)) throw new Failure('FORBIDDEN', 'This role is for others to change.');
      if (found.role === 'administrator') await tx.query(lockAdministrators);
      await tx.query(lockPerson, [found.personId]);
      const [term] = await tx.query<Term>(membershipById, [membershipId]);
      if (!term) throw absent();
      await work(tx, term);
    });
  }

  /** Somebody must be able to let people in. Called under the lock, after the change. */
  private async keepAdministrator(tx: Transaction, term: Term, untilOn: string | null): Promise<void> {
    if (term.role !== 'administrator') return;
    if ((await tx.query(otherAdministrators, [[term.id], untilOn])).length === 0) throw isLastAdministrator();
  }

  private async write(
    tx: Transaction,
    actor: Actor,
    change: { term: Term; action: string; untilOn: string | null; reason?: string },
  ): Promise<void> {
    const { term, action, untilOn, reason } = change;
    const [before, after] = [{ untilOn: term.untilOn }, { untilOn }];
    const { id: subjectId, networkId } = term;
    await this.audit.write(tx, { actor, networkId, action, subjectId, before, after, ...(reason && { reason }) });
  }
}

/** What the role has no use for is left out. */
function placeOf({ role, networkId, partnershipId, side }: Parsed<'role.grant'>): HeldRole {
  const { held } = roleRights[role];
  return {
    role,
    networkId: held === 'hub' ? null : networkId,
    partnershipId: held === 'side' || held === 'either' ? partnershipId : null,
    side: held === 'side' ? side : null,
  };
}

/** Roles of the whole hub are seen by those who give them. */
function sees(actor: Actor, term: Term): boolean {
  return term.networkId === null ? mayGive(actor, term) : hasRight(actor, 'people', term.networkId);
}

async function refuseEarly(tx: Transaction, lastOn: string, fromOn: string): Promise<void> {
  const [day] = await tx.query<{ early: boolean }>(isTooEarly, [lastOn, fromOn]);
  if (day?.early) throw wrong('lastOn', 'too_early');
}

export const isLastAdministrator = () =>
  new Failure('FORBIDDEN', 'Nobody would be administrator any more: give somebody else the role first.');
const absent = () => new Failure('NOT_FOUND', 'There is nothing here.');

function wrong(path: string, problem: FieldProblem): Failure {
  return new Failure('INVALID', 'This cannot be.', { fields: [{ path, problem }] });
}
