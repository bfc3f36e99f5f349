/** Changing and closing channels. */
import { Failure, type Parsed } from '@hub/contracts';
import { Database, type Transaction } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { AuditService } from '../administration/audit.service.js';
import type { Actor } from '../identity/actor.js';
import { JournalService } from '../journal/journal.service.js';
import { Channel } from './channel.entity.js';
import { rightsIn } from './channels.policy.js';
import { ChannelsService, type ReadableChannel } from './channels.service.js';

@Injectable()
export class ManagingService {
  constructor(
    private readonly database: Database,
    private readonly channels: ChannelsService,
    private readonly journal: JournalService,
    private readonly audit: AuditService,
  ) {}

  async change(actor: Actor, { channelId, ...given }: Parsed<'channel.change'>): Promise<void> {
    await this.manage(actor, channelId, async (tx, channel) => {
      const fields = (['name', 'purpose', 'sensitive'] as const).filter(
        (field) => given[field] !== undefined && given[field] !== channel[field],
      );
      if (fields.length === 0) return null;
      await tx.manager.update(Channel, { id: channelId }, given);
      return { action: 'channel.change', after: { fields } };
    });
  }

  async archive(actor: Actor, { channelId, archived }: Parsed<'channel.archive'>): Promise<void> {
    await this.manage(actor, channelId, async (tx, channel) => {
      if (channel.archived === archived) return null;
      const archivedAt = archived ? new Date() : null;
      await tx.manager.update(Channel, { id: channelId }, { archivedAt, archivedWith: null });
      return { action: 'channel.archive', after: { archived } };
    });
  }

  /** `work` answers with what the trail says of it; null where nothing changed. */
  private async manage(
    actor: Actor,
    channelId: string,
    work: (tx: Transaction, channel: ReadableChannel) => Promise<{ action: string; after: object } | null>,
  ): Promise<void> {
    await this.channels.readable(actor, channelId);
    await this.database.transaction(async (tx) => {
      await this.journal.lock(tx, [channelId]);
      const channel = await this.channels.readable(actor, channelId, tx);
      if (!rightsIn(actor, channel).manage) throw new Failure('FORBIDDEN', 'You may not change this channel.');
      const done = await work(tx, channel);
      if (!done) return;
      await this.audit.write(tx, { actor, networkId: channel.networkId, subjectId: channelId, ...done });
      await this.journal.append(tx, [{ channelId, kind: 'channel.changed', subjectId: channelId }]);
    });
  }
}
