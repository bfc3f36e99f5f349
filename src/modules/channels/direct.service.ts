/** The conversations of two people. */
import { Failure, type ChannelCard, type Parsed } from '@hub/contracts';
import { Database } from '@hub/database';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../identity/actor.js';
import { JournalService } from '../journal/journal.service.js';
import { NetworkAccessService } from '../networks/network-access.service.js';
import { directOf } from './channels.policy.js';
import { givePlaces, peopleOfNetwork } from './channels.queries.js';
import { ChannelsService } from './channels.service.js';
import { EnrolmentService } from './enrolment.service.js';

@Injectable()
export class DirectService {
  constructor(
    private readonly database: Database,
    private readonly channels: ChannelsService,
    private readonly enrolment: EnrolmentService,
    private readonly journal: JournalService,
    private readonly networks: NetworkAccessService,
  ) {}

  /** The one direct conversation of these two in this network. */
  async open(actor: Actor, { networkSlug, personId }: Parsed<'direct.open'>): Promise<ChannelCard> {
    const network = await this.networks.workedIn(actor, networkSlug);
    const pair: [string, string] = [actor.personId, personId];
    const known = await this.database.query(peopleOfNetwork, [network.id, pair]);
    if (personId === actor.personId || known.length < pair.length)
      throw new Failure('NOT_FOUND', 'There is nobody to write to.');
    const { id, slug } = directOf(network.id, pair);
    await this.database.transaction(async (tx) => {
      await tx.query(
        `insert into channels (id, network_id, kind, slug, name, created_by) values ($1, $2, 'direct', $3, '', $4)
        on conflict do nothing`,
        [id, network.id, slug, actor.personId],
      );
      await this.journal.lock(tx, [id]);
      const placed = await tx.query<{ personId: string }>(givePlaces, [id, pair, 'hand']);
      await this.enrolment.tellGained(
        tx,
        id,
        placed.map((one) => one.personId),
      );
    });
    return this.channels.card(actor, id);
  }
}
