/** Acknowledging: that somebody has seen the version that is asked for. It is never taken back, and never guessed. */
import { Failure, type Parsed } from '@hub/contracts';
import { Database, type Transaction } from '@hub/database';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../identity/actor.js';
import { JournalService } from '../journal/journal.service.js';
import { InboxService } from '../notifications/inbox.service.js';
import { acknowledge, toldOfIt, watchers } from './acknowledging.queries.js';
import { BroadcastsService } from './broadcasts.service.js';

@Injectable()
export class AcknowledgingService {
  constructor(
    private readonly database: Database,
    private readonly broadcasts: BroadcastsService,
    private readonly journal: JournalService,
    private readonly inbox: InboxService,
  ) {}

  /** Of a version that was corrected meanwhile, and is asked for anew, it is not taken. */
  async acknowledge(actor: Actor, { broadcastId, version }: Parsed<'broadcast.acknowledge'>): Promise<void> {
    await this.database.transaction(async (tx) => {
      const broadcast = await this.broadcasts.held(tx, actor, broadcastId);
      if (!broadcast.mine) throw new Failure('FORBIDDEN', 'It was sent to others.');
      if (!broadcast.acknowledge) throw new Failure('FORBIDDEN', 'It does not ask for that.');
      if (version < broadcast.askedVersion || version > broadcast.version)
        throw new Failure('CONFLICT', 'It was corrected meanwhile.');
      await this.keep(tx, { broadcastId, personId: actor.personId, version, by: 'hub' });
    });
  }

  /** For a recipient. What the hub told them of it is done. */
  async keep(
    tx: Transaction,
    { broadcastId, personId, version, by }: { broadcastId: string; personId: string; version: number; by: By },
  ): Promise<void> {
    const kept = await tx.query(acknowledge, [broadcastId, personId, version, by]);
    if (kept.length === 0) return;
    const settled = await tx.query<{ id: string }>(toldOfIt, [broadcastId, personId]);
    const ids = settled.map(({ id }) => id);
    await this.inbox.settle(tx, personId, ids);
    const told = await tx.query<{ personId: string }>(watchers, [broadcastId, personId]);
    await this.journal.appendFor(
      tx,
      told.map((one) => ({ ...one, kind: 'broadcast.changed', subject: { broadcastId } })),
    );
  }
}

type By = 'hub' | 'mail';
