/**
 * Sends a broadcast: who its recipients are is settled at that moment, in the transaction that sends it, and they are
 * told by a job. What is scheduled is sent by a round, exactly once however many look.
 */
import { type Audience, type Parsed } from '@hub/contracts';
import { Database, type Transaction } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { AuditService } from '../administration/audit.service.js';
import type { Actor } from '../identity/actor.js';
import { wrong } from '../partnerships/partnership-access.service.js';
import { insertRecipients } from './audience.queries.js';
import { valuesOf } from './audience.service.js';
import { Broadcast, BroadcastVersion } from './broadcast.entity.js';
import { broadcastSent } from './broadcasts.jobs.js';
import { BroadcastsService, type HeldBroadcast } from './broadcasts.service.js';
import { writeTrail } from './drafting.service.js';
import { instantOf } from './moment.policy.js';

/** Days; what is further ahead was mistyped. */
const furthestAhead = 366;

@Injectable()
export class SendingService {
  constructor(
    private readonly database: Database,
    private readonly broadcasts: BroadcastsService,
    private readonly audit: AuditService,
  ) {}

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
    const scheduled = { status: 'scheduled', scheduledFor: moment, scheduledZone: at.timeZone } as const;
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
    { id, networks, audience, authorId, acknowledge, acknowledgeBy }: Sendable,
  ): Promise<void> {
    if (acknowledge && acknowledgeBy !== null && acknowledgeBy < new Date().toISOString().slice(0, 10))
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
};

/** $1 broadcast. Its first version is as old as its sending. */
const markSent = `
  with sent as (
    update broadcasts set status = 'sent', sent_at = now(), changed_at = now() where id = $1 returning id)
  update broadcast_versions v set at = now() from sent where v.broadcast_id = sent.id`;
