/** Tells everybody who works in a network of a change on its timeline, in the order of its announcements. */
import type { ChannelEvent } from '@hub/contracts';
import type { Transaction } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { JournalService } from '../journal/journal.service.js';
import { streamChannel } from './timeline.fragments.js';

type Told = Extract<ChannelEvent['kind'], 'milestone.changed' | 'visit.changed' | 'plan.changed'>;

@Injectable()
export class TellingService {
  constructor(private readonly journal: JournalService) {}

  /** A network whose announcements are not there yet has nobody to tell. */
  async tell(tx: Transaction, networkId: string, kind: Told, subjectId: string): Promise<void> {
    const [channel] = await tx.query<{ id: string }>(streamChannel, [networkId]);
    if (channel) await this.journal.append(tx, [{ channelId: channel.id, kind, subjectId }]);
  }
}
