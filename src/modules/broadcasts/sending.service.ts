/**
 * Sends a broadcast: who its recipients are is settled at that moment, in the transaction that sends it, and they are
 * told by a job. What is scheduled is sent by a round, exactly once however many look.
 */
import { Failure, type Audience, type NotSentReason, type Parsed } from '@hub/contracts';
import { Database, type Transaction } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { Log } from '../../edge/log.js';
import { AuditService } from '../administration/audit.service.js';
import type { Actor, ActorMembership } from '../identity/actor.js';
import { JournalService } from '../journal/journal.service.js';
import { wrong } from '../partnerships/partnership-access.service.js';
import { insertRecipients } from './audience.queries.js';
import { valuesOf } from './audience.service.js';
import { Broadcast, BroadcastVersion } from './broadcast.entity.js';
import { broadcastNotSent, broadcastSent } from './broadcasts.jobs.js';
import { BroadcastsService, type HeldBroadcast } from './broadcasts.service.js';
import { writeTrail } from './drafting.service.js';
import { each, tellFailed } from './each.js';
import { dayIn, instantOf } from './moment.policy.js';

/** Days; what is further ahead was mistyped. */
const furthestAhead = 366;

@Injectable()
export class SendingService {
  private readonly failed: (error: unknown) => void;

  constructor(
    private readonly database: Database,
    private readonly broadcasts: BroadcastsService,
    private readonly audit: AuditService,
    private readonly journal: JournalService,
    log: Log,
  ) {
    this.failed = tellFailed(log, 'an update that is due was not sent');
  }

  /** It is from whoever sends it. The same asked twice, after an answer that did not arrive, is done once. */
  async send(actor: Actor, { broadcastId, at }: Parsed<'broadcast.send'>): Promise<{ scheduledFor: string | null }> {
    const { personId: authorId } = actor;
    return this.database.transaction(async (tx) => {
      const held = await this.broadcasts.held(tx, actor, broadcastId);
      if (at === null && held.status === 'sent' && held.authorId === authorId) return { scheduledFor: null };
      const broadcast = await this.broadcasts.unsent(tx, actor, broadcastId);
      await this.broadcasts.requireSending(tx, actor, broadcast.audience.networkIds);
      await tx.manager.update(BroadcastVersion, { broadcastId, version: 1 }, { authorId });
      await tx.manager.update(Broadcast, { id: broadcastId }, { authorId });
      if (at !== null) return this.schedule(tx, actor, broadcast, at);
      await this.sendNow(tx, actor, { ...broadcast, authorId });
      return { scheduledFor: null };
    });
  }

  async unschedule(actor: Actor, { broadcastId }: Parsed<'broadcast.unschedule'>): Promise<void> {
    await this.database.transaction(async (tx) => {
      const { status, networks } = await this.broadcasts.unsent(tx, actor, broadcastId);
      if (status === 'draft') return;
      const draft = { status: 'draft', scheduledFor: null, scheduledZone: null, changedAt: () => 'now()' } as const;
      await tx.manager.update(Broadcast, { id: broadcastId }, draft);
      await writeTrail(this.audit, tx, { actor, action: 'broadcast.unschedule', broadcastId, networks });
    });
  }

  /**
   * What is due, each in a transaction of its own: whoever looks at the same time leaves it to the first. What cannot be
   * sent any more is a draft again, and whoever scheduled it is told why. Where one fails the others are sent all the same.
   */
  async sendDue(): Promise<void> {
    const due = await this.database.query<{ id: string }>(dueBroadcasts);
    await each(due, this.failed, async ({ id }) => {
      const refused = await this.database.transaction((tx) => this.sendScheduled(tx, id)).catch(refusalOf);
      if (refused) await this.database.transaction((tx) => this.takeBack(tx, id, refused));
    });
  }

  private async sendScheduled(tx: Transaction, id: string): Promise<undefined> {
    const [due] = await tx.query<Due>(lockDue, [id]);
    if (!due) return;
    const author: Actor = { personId: due.authorId, sessionId: '', memberships: due.memberships };
    await this.broadcasts.requireSending(tx, author, due.audience.networkIds);
    await this.sendNow(tx, null, due);
  }

  private async takeBack(tx: Transaction, id: string, refused: Failure): Promise<void> {
    const [due] = await tx.query<Due>(lockDue, [id]);
    if (!due) return;
    const { networks } = due;
    const at = due.scheduledFor.toISOString();
    const notSent = { reason: reasonOf(refused), at };
    const draft = { status: 'draft', scheduledFor: null, scheduledZone: null, changedAt: () => 'now()' } as const;
    await tx.manager.update(Broadcast, { id }, { ...draft, notSent });
    const after = { refused: [refused.code, ...fieldsOf(refused)].join(': ') };
    await writeTrail(this.audit, tx, { actor: null, action: 'broadcast.unschedule', broadcastId: id, networks, after });
    await this.journal.appendFor(tx, [
      { personId: due.authorId, kind: 'broadcast.changed', subject: { broadcastId: id } },
    ]);
    await tx.promise(broadcastNotSent.topic, [{ broadcastId: id, at }]);
  }

  private async schedule(
    tx: Transaction,
    actor: Actor,
    { id, networks, acknowledge, acknowledgeBy }: HeldBroadcast,
    at: NonNullable<Parsed<'broadcast.send'>['at']>,
  ): Promise<{ scheduledFor: string }> {
    const moment = instantOf(at);
    const ahead = moment.getTime() - Date.now();
    if (ahead < 0) throw wrong('at', 'too_early');
    if (ahead > furthestAhead * 86_400_000) throw wrong('at', 'too_late');
    if (acknowledge && acknowledgeBy !== null && acknowledgeBy < at.day) throw wrong('acknowledgeBy', 'too_early');
    const scheduled = { status: 'scheduled', scheduledFor: moment, scheduledZone: at.timeZone, notSent: null } as const;
    await tx.manager.update(Broadcast, { id }, { ...scheduled, changedAt: () => 'now()' });
    const scheduledFor = moment.toISOString();
    const after = { scheduledFor, timeZone: at.timeZone };
    await writeTrail(this.audit, tx, { actor, action: 'broadcast.schedule', broadcastId: id, networks, after });
    return { scheduledFor };
  }

  /** `actor` is null where its time came. */
  private async sendNow(
    tx: Transaction,
    actor: Actor | null,
    { id, networks, audience, authorId, acknowledge, acknowledgeBy, scheduledZone = 'UTC' }: Sendable,
  ): Promise<void> {
    // The day of the clock that it was scheduled by: there it is yet to come, though it is over elsewhere.
    if (acknowledge && acknowledgeBy !== null && acknowledgeBy < dayIn(scheduledZone, new Date()))
      throw wrong('acknowledgeBy', 'too_early');
    const values = [...valuesOf(audience, authorId), id];
    const [given] = await tx.query<{ recipients: number }>(insertRecipients, values);
    const recipients = given?.recipients ?? 0;
    if (recipients === 0) throw wrong('audience', 'too_few');
    await tx.query(markSent, [id]);
    await writeTrail(this.audit, tx, {
      actor,
      action: 'broadcast.send',
      broadcastId: id,
      networks,
      after: { recipients, acknowledgeBy },
    });
    await tx.promise(broadcastSent.topic, [{ broadcastId: id, version: 1 }]);
  }
}

type Sendable = Pick<HeldBroadcast, 'id' | 'networks' | 'authorId' | 'acknowledge' | 'acknowledgeBy'> & {
  audience: Audience;
  scheduledZone?: string;
};

type Due = Sendable & { scheduledFor: Date; memberships: ActorMembership[] };

const dueBroadcasts = `select id from broadcasts where status = 'scheduled' and scheduled_for <= now() order by scheduled_for`;

/** $1 broadcast: with the roles of today of whoever scheduled it. No row where it was sent meanwhile, or is being sent. */
const lockDue = `
  select b.id, b.author_id as "authorId", b.audience, b.acknowledge, b.acknowledge_by::text as "acknowledgeBy",
    b.scheduled_for as "scheduledFor", b.scheduled_zone as "scheduledZone",
    (select json_agg(json_build_object('id', bn.network_id)) from broadcast_networks bn where bn.broadcast_id = b.id) as networks,
    coalesce((select json_agg(json_build_object('role', m.role, 'networkId', m.network_id,
        'partnershipId', m.partnership_id, 'side', m.side))
      from current_memberships m where m.person_id = b.author_id), '[]') as memberships
  from broadcasts b where b.id = $1 and b.status = 'scheduled' and b.scheduled_for <= now() for no key update of b skip locked`;

/** What is no refusal may pass: it is looked at again. */
function refusalOf(error: unknown): Failure {
  if (!(error instanceof Failure) || error.code === 'UNAVAILABLE') throw error;
  return error;
}

const fieldsOf = ({ details }: Failure) => (details.fields ?? []).map(({ path, problem }) => `${path} ${problem}`);

function reasonOf({ details }: Failure): NotSentReason {
  const [field] = details.fields ?? [];
  if (field?.path === 'acknowledgeBy') return 'acknowledge_by';
  return field?.path === 'audience' ? 'audience' : 'right';
}

/** $1 broadcast. Its first version is as old as its sending. */
const markSent = `
  with sent as (
    update broadcasts set status = 'sent', sent_at = now(), not_sent = null, changed_at = now() where id = $1 returning id)
  update broadcast_versions v set at = now() from sent where v.broadcast_id = sent.id`;
