/** Drafts: written, changed as often as one likes, and given up. Nobody but those who may send it sees them. */
import { Failure, type BroadcastDraft, type BroadcastText as Text, type Parsed } from '@hub/contracts';
import { Database, type Transaction } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { AuditService } from '../administration/audit.service.js';
import type { Actor } from '../identity/actor.js';
import { wrong } from '../partnerships/partnership-access.service.js';
import { Broadcast, BroadcastNetwork, BroadcastText, BroadcastVersion } from './broadcast.entity.js';
import { wrongInDraft } from './broadcasts.policy.js';
import { misplacedPartnerships } from './broadcasts.queries.js';
import { BroadcastsService, type HeldBroadcast } from './broadcasts.service.js';

@Injectable()
export class DraftingService {
  constructor(
    private readonly database: Database,
    private readonly broadcasts: BroadcastsService,
    private readonly audit: AuditService,
  ) {}

  /** Once for its id. */
  async draft(actor: Actor, { id, ...draft }: Parsed<'broadcast.draft'>): Promise<void> {
    const { personId: authorId } = actor;
    await this.database.transaction(async (tx) => {
      await this.check(tx, actor, draft);
      const made = await tx.query(insertDraft, [id, authorId, draft.audience]);
      if (made.length === 0) {
        const known = await tx.manager.findOneBy(Broadcast, { id });
        if (known?.authorId !== authorId || known.status !== 'draft')
          throw new Failure('CONFLICT', 'This id belongs to another update.');
        return;
      }
      await tx.manager.insert(BroadcastVersion, { broadcastId: id, version: 1, authorId });
      await keep(tx, id, draft);
    });
  }

  /** What is scheduled stays scheduled. */
  async change(actor: Actor, { broadcastId, ...draft }: Parsed<'broadcast.change'>): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.broadcasts.unsent(tx, actor, broadcastId);
      await this.check(tx, actor, draft);
      await tx.query('delete from broadcast_networks where broadcast_id = $1', [broadcastId]);
      await keep(tx, broadcastId, draft);
    });
  }

  async discard(actor: Actor, { broadcastId }: Parsed<'broadcast.discard'>): Promise<void> {
    await this.database.transaction(async (tx) => {
      const { networks } = await this.broadcasts.unsent(tx, actor, broadcastId);
      await tx.manager.update(Broadcast, { id: broadcastId }, { status: 'discarded', changedAt: () => 'now()' });
      await writeTrail(this.audit, tx, { actor, action: 'broadcast.discard', broadcastId, networks });
    });
  }

  private async check(tx: Transaction, actor: Actor, draft: BroadcastDraft): Promise<void> {
    const { networkIds, partnershipIds } = draft.audience;
    await this.broadcasts.requireSending(tx, actor, networkIds);
    const fields = wrongInDraft(draft, new Date().toISOString().slice(0, 10));
    if (fields.length > 0) throw new Failure('INVALID', 'An update cannot be so.', { fields });
    const misplaced = await tx.query(misplacedPartnerships, [partnershipIds, networkIds]);
    if (misplaced.length > 0) throw wrong('audience.partnershipIds', 'not_a_choice');
  }
}

const insertDraft = `
  insert into broadcasts (id, author_id, audience, status) values ($1, $2, $3, 'draft')
  on conflict (id) do nothing returning id`;

async function keep(tx: Transaction, broadcastId: string, draft: BroadcastDraft): Promise<void> {
  const { audience, texts, acknowledge } = draft;
  const acknowledgeBy = acknowledge ? draft.acknowledgeBy : null;
  const changes = { audience, acknowledge, acknowledgeBy, notSent: null, changedAt: () => 'now()' };
  await tx.manager.update(Broadcast, { id: broadcastId }, changes);
  const networkIds = [...new Set(audience.networkIds)];
  await tx.manager.insert(
    BroadcastNetwork,
    networkIds.map((networkId) => ({ broadcastId, networkId })),
  );
  await keepTexts(tx, broadcastId, 1, texts);
}

export async function keepTexts(tx: Transaction, broadcastId: string, version: number, texts: Text[]): Promise<void> {
  await tx.manager.delete(BroadcastText, { broadcastId, version });
  await tx.manager.insert(
    BroadcastText,
    texts.map((text, position) => ({ broadcastId, version, position, ...text })),
  );
}

interface Trail {
  /** Null where its time came. */
  actor: Pick<Actor, 'personId'> | null;
  action: string;
  broadcastId: string;
  networks: HeldBroadcast['networks'];
  before?: object;
  after?: object;
}

/** An entry for each network, since each coordinator reads their own trail. */
export async function writeTrail(
  audit: AuditService,
  tx: Transaction,
  { networks, broadcastId: subjectId, ...entry }: Trail,
): Promise<void> {
  for (const { id: networkId } of networks) await audit.write(tx, { ...entry, networkId, subjectId });
}
