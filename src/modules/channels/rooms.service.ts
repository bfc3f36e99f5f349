/** The channels that come with a network or a partnership: opened, closed, named and opened again together with it. */
import type { Transaction } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { JournalService } from '../journal/journal.service.js';
import type { Room } from '../networks/template.policy.js';
import { firstFree } from '../networks/slug.policy.js';
import { Channel } from './channel.entity.js';
import {
  channelsClosedWith,
  closeChannels,
  kindsOf,
  openChannelsOf,
  renameChannels,
  slugsLike,
} from './channels.queries.js';

/** All of a network's, or one partnership's. */
export type Of = { networkId: string } | { partnershipId: string };

const whose = (of: Of) => ('networkId' in of ? [of.networkId, null] : [null, of.partnershipId]);
const withWhat = (of: Of) => ('networkId' in of ? 'network' : 'partnership');

@Injectable()
export class RoomsService {
  constructor(private readonly journal: JournalService) {}

  /** Whoever their roles open them to is in them within seconds. A partnership has one of a kind by this way. */
  async open(
    tx: Transaction,
    rooms: readonly Room[],
    of: { networkId: string; partnershipId: string | null; createdBy: string },
  ): Promise<void> {
    const kinds = of.partnershipId === null ? [] : await tx.query<{ kind: string }>(kindsOf, [of.partnershipId]);
    const missing = rooms.filter(({ kind }) => kinds.every((known) => known.kind !== kind));
    for (const { slug, ...room } of missing) {
      const taken = await tx.query<{ slug: string }>(slugsLike, [of.networkId, slug]);
      const free = firstFree(slug, new Set(taken.map((one) => one.slug)));
      await tx.manager.insert(Channel, { id: uuidv7(), ...of, ...room, slug: free });
    }
  }

  /** Those that are open, so that those which people closed stay closed afterwards. */
  async close(tx: Transaction, of: Of): Promise<void> {
    const open = await tx.query<{ id: string }>(openChannelsOf, whose(of));
    await this.set(tx, open, withWhat(of));
  }

  /** Those that were closed with it. */
  async reopen(tx: Transaction, of: Of): Promise<void> {
    const closed = await tx.query<{ id: string }>(channelsClosedWith, [...whose(of), withWhat(of)]);
    await this.set(tx, closed, null);
  }

  /** Each of a partnership's channels that still has the first name of a pair gets the second. */
  async rename(tx: Transaction, partnershipId: string, names: readonly (readonly [string, string])[]): Promise<void> {
    const renamed = await tx.query<{ id: string }>(renameChannels, [
      partnershipId,
      names.map(([before]) => before),
      names.map(([, after]) => after),
    ]);
    await this.tell(tx, renamed);
  }

  private async set(tx: Transaction, channels: { id: string }[], archivedWith: string | null): Promise<void> {
    const ids = channels.map(({ id }) => id);
    await this.journal.lock(tx, ids);
    await tx.query(closeChannels, [ids, archivedWith]);
    await this.tell(tx, channels);
  }

  private async tell(tx: Transaction, channels: { id: string }[]): Promise<void> {
    await this.journal.append(
      tx,
      channels.map(({ id: channelId }) => ({ channelId, kind: 'channel.changed', subjectId: channelId })),
    );
  }
}
