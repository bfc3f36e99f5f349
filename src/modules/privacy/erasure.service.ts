/**
 * Erasing a person: a pseudonym stands for them, what was for them alone goes, and the record stays. Their name and
 * address leave every text; who did what keeps its ids.
 */
import { Failure, type Erased, type ErasureRequest, type ErasureState, type Parsed } from '@hub/contracts';
import { Database, type Transaction } from '@hub/database';
import { Live } from '@hub/realtime';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Tries, type Allowance } from '../../edge/tries.js';
import { AuditService } from '../administration/audit.service.js';
import { isAdministrator, type Actor } from '../identity/actor.js';
import { JournalService } from '../journal/journal.service.js';
import * as sql from './erasure.queries.js';
import { columnsOf } from './export.queries.js';
import { waysIn, written } from './privacy.texts.js';
import { isFullName, newPseudonym, patternOf, type Pseudonym } from './pseudonym.js';

/** Each leaves two entries in the audit trail for ever. */
const allowance: Allowance = { what: 'erasure request', tries: 10, seconds: 24 * 60 * 60 };

interface Known {
  personId: string;
  name: string;
  email: string;
}

@Injectable()
export class ErasureService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly journal: JournalService,
    private readonly audit: AuditService,
    private readonly live: Live,
    private readonly tries: Tries,
  ) {}

  onModuleInit(): void {
    this.journal.showsChannels(['person.erased'], async (channelId, rows) =>
      rows.map(({ seq, subjectId: personId }) => ({ kind: 'person.erased', channelId, seq, personId })),
    );
  }

  async read({ personId }: Actor): Promise<ErasureState> {
    const [request] = await this.database.query<NonNullable<ErasureState['request']>>(sql.latestOf, [personId]);
    return { request: request ?? null };
  }

  /** Twice is once. */
  async request(actor: Actor): Promise<ErasureState> {
    await this.tries.count(allowance, actor.personId);
    await this.database.transaction(async (tx) => {
      const opened = await tx.query(sql.openRequest, [uuidv7(), actor.personId]);
      if (opened.length > 0) await this.tell(tx, actor, 'erasure.request', actor.personId);
    });
    return this.read(actor);
  }

  async withdraw(actor: Actor): Promise<ErasureState> {
    await this.database.transaction(async (tx) => {
      const withdrawn = await tx.query(sql.withdrawRequest, [actor.personId]);
      if (withdrawn.length > 0) await this.tell(tx, actor, 'erasure.withdraw', actor.personId);
    });
    return this.read(actor);
  }

  async list(actor: Actor): Promise<ErasureRequest[]> {
    requireAdministrator(actor);
    return this.database.query<ErasureRequest>(sql.waiting);
  }

  /** With the faults: whatever waits for an administrator, without whose it is. */
  async count(actor: Actor): Promise<{ waiting: number }> {
    requireAdministrator(actor);
    const [count] = await this.database.query<{ waiting: number }>(sql.waitingCount);
    return { waiting: count?.waiting ?? 0 };
  }

  async refuse(actor: Actor, { erasureId, reason }: Parsed<'erasure.refuse'>): Promise<void> {
    await this.database.transaction(async (tx) => {
      const { personId } = await this.toSettle(tx, actor, erasureId);
      await tx.query(sql.settleRequest, [erasureId, actor.personId, 'refused', reason]);
      await this.tell(tx, actor, 'erasure.refuse', personId, { reason });
    });
  }

  async carryOut(actor: Actor, { erasureId }: Parsed<'erasure.carryOut'>): Promise<Erased> {
    return this.database.transaction(async (tx) => {
      const known = await this.toSettle(tx, actor, erasureId);
      const { personId } = known;
      await tx.query(sql.lockAdministrators);
      const [{ last } = { last: true }] = await tx.query<{ last: boolean }>(sql.isLastAdministrator, [personId]);
      if (last) throw new Failure('FORBIDDEN', 'The hub keeps its last administrator.');
      const pseudonym = await this.unused(tx);
      await this.rewrite(tx, known, pseudonym);
      await this.endWaysIn(tx, known);
      for (const forget of sql.forgetOwn) await tx.query(forget, [personId]);
      await tx.query(sql.forgetLetters, [known.email]);
      await tx.query(sql.endSeats, [personId]);
      const ended = await tx.query<{ id: string }>(sql.endMemberships, [personId]);
      const { name, initials, email } = pseudonym;
      const [erased] = await tx.query<Erased>(sql.becomePseudonym, [personId, name, initials, email]);
      await tx.query(sql.settleRequest, [erasureId, actor.personId, 'carried_out', '']);
      const after = { memberships: ended.map(({ id }) => id) };
      await this.tell(tx, actor, 'erasure.carryOut', personId, { after });
      return { person: erased?.person ?? { id: personId, name, initials } };
    });
  }

  /** The address means one person wherever it stands, and so does a full name that nobody else bears. */
  private async rewrite(tx: Transaction, { personId, name, email }: Known, to: Pseudonym): Promise<void> {
    const others = (await tx.query(sql.bearers, [name])).length > 1;
    const everywhere = isFullName(name) && !others;
    const [byName, byMail] = [patternOf(name), patternOf(email)];
    const channels = await tx.query<{ id: string }>(sql.channelsNaming, [personId]);
    for (const pattern of everywhere ? [byName, byMail] : [byMail])
      channels.push(...(await tx.query<{ id: string }>(sql.channelsSaying, [pattern])));
    const entries = [...new Set(channels.map(({ id }) => id))].map((channelId) => ({ channelId, subjectId: personId }));
    await this.journal.append(
      tx,
      entries.map((entry) => ({ kind: 'person.erased', ...entry })),
    );

    await tx.query(`select set_config('hub.erasing', 'on', true)`);
    await tx.query(sql.retitleDirect, [personId, to.name]);
    const whose = everywhere ? null : personId;
    await tx.query(sql.renewSlugs('created_by = $1'), [whose, byName]);
    for (const text of written) {
      const change = sql.rewrite(text);
      await tx.query(`${change} and $1::uuid is null`, [null, byMail, to.email]);
      await tx.query(`${change} and ($1::uuid is null or ${text.own})`, [whose, byName, to.name]);
    }
    await tx.query(`select set_config('hub.erasing', 'off', true)`);
  }

  private async endWaysIn(tx: Transaction, { personId, email }: Known): Promise<void> {
    const sessions = await tx.query<{ id: string }>('select id from sessions where person_id = $1', [personId]);
    for (const { table, columns } of await tx.query<{ table: string; columns: string[] }>(columnsOf, [waysIn])) {
      if (columns.includes('person_id')) await tx.query(`delete from "${table}" where person_id = $1`, [personId]);
      for (const column of ['email', 'address'].filter((one) => columns.includes(one)))
        await tx.query(`delete from "${table}" where lower("${column}") = lower($1)`, [email]);
    }
    tx.afterCommit(() => sessions.forEach(({ id }) => this.live.endSession(id)));
  }

  private async unused(tx: Transaction): Promise<Pseudonym> {
    for (;;) {
      const pseudonym = newPseudonym();
      if ((await tx.query(sql.bearers, [pseudonym.name])).length === 0) return pseudonym;
    }
  }

  /** Whoever is no administrator does not learn whether there is such a request. */
  private async toSettle(tx: Transaction, actor: Actor, erasureId: string): Promise<Known> {
    const [known] = isAdministrator(actor) ? await tx.query<Known>(sql.requestToSettle, [erasureId]) : [];
    if (!known) throw new Failure('NOT_FOUND', 'There is nothing here.');
    return known;
  }

  private async tell(
    tx: Transaction,
    actor: Actor,
    action: string,
    subjectId: string,
    more: { reason?: string; after?: object } = {},
  ): Promise<void> {
    await this.audit.write(tx, { actor, networkId: null, action, subjectId, ...more });
  }
}

function requireAdministrator(actor: Actor): void {
  if (!isAdministrator(actor)) throw new Failure('FORBIDDEN', 'This is for administrators.');
}
