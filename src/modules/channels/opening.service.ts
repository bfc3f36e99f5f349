/** Opening channels. */
import { Failure, type ChannelCard, type Parsed } from '@hub/contracts';
import { Database, type Transaction } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { AuditService } from '../administration/audit.service.js';
import type { Actor } from '../identity/actor.js';
import { NetworkAccessService } from '../networks/network-access.service.js';
import { firstFree, slugOf } from '../networks/slug.policy.js';
import { Channel } from './channel.entity.js';
import { mayOpen } from './channels.policy.js';
import { partnershipIn, slugsLike } from './channels.queries.js';
import { ChannelsService } from './channels.service.js';
import { EnrolmentService } from './enrolment.service.js';

@Injectable()
export class OpeningService {
  constructor(
    private readonly database: Database,
    private readonly channels: ChannelsService,
    private readonly enrolment: EnrolmentService,
    private readonly networks: NetworkAccessService,
    private readonly audit: AuditService,
  ) {}

  /** Once for its id: whoever asks again gets what they opened. Everybody whose roles open it is in it at once. */
  async create(actor: Actor, input: Parsed<'channel.create'>): Promise<ChannelCard> {
    const { networkSlug, channelId, name, purpose, kind, partnershipId = null, sensitive = false } = input;
    const network = await this.networks.workedIn(actor, networkSlug);
    if (!mayOpen(actor, { networkId: network.id, partnershipId }))
      throw new Failure('FORBIDDEN', 'Channels are opened by the project coordinator.');
    if (partnershipId !== null && !(await this.isIn(network.id, partnershipId)))
      throw new Failure('INVALID', 'There is no such partnership in the network.', {
        fields: [{ path: 'partnershipId', problem: 'not_a_choice' }],
      });
    await this.database.transaction(async (tx) => {
      const before = await tx.manager.findOneBy(Channel, { id: channelId });
      if (before?.createdBy === actor.personId) return;
      if (before) throw new Failure('CONFLICT', 'This id belongs to another channel.');
      await tx.manager.insert(Channel, {
        id: channelId,
        networkId: network.id,
        partnershipId,
        kind,
        slug: await freeSlug(tx, network.id, name),
        name,
        purpose,
        sensitive,
        createdBy: actor.personId,
      });
      await this.enrolment.enrol(tx, channelId, { opener: actor.personId });
      const after = { kind, partnershipId, sensitive };
      await this.audit.write(tx, {
        actor,
        networkId: network.id,
        action: 'channel.create',
        subjectId: channelId,
        after,
      });
    });
    return this.channels.card(actor, channelId);
  }

  private async isIn(networkId: string, partnershipId: string): Promise<boolean> {
    return (await this.database.query(partnershipIn, [partnershipId, networkId])).length > 0;
  }
}

async function freeSlug(tx: Transaction, networkId: string, name: string): Promise<string> {
  const base = slugOf(name, 'channel');
  const taken = await tx.query<{ slug: string }>(slugsLike, [networkId, base]);
  return firstFree(base, new Set(taken.map(({ slug }) => slug)));
}
