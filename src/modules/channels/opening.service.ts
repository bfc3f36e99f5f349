/** Opening, changing and closing channels, and direct conversations. */
import { Failure, type ChannelCard, type Parsed } from '@hub/contracts';
import { Database, type Transaction } from '@hub/database';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../identity/actor.js';
import { JournalService } from '../journal/journal.service.js';
import { NetworkAccessService } from '../networks/network-access.service.js';
import { Channel } from './channel.entity.js';
import { directOf, mayOpen, rightsIn } from './channels.policy.js';
import { givePlaces, partnershipIn, peopleOfNetwork, slugsLike } from './channels.queries.js';
import { ChannelsService, type ReadableChannel } from './channels.service.js';
import { EnrolmentService } from './enrolment.service.js';

const longestSlug = 60;

@Injectable()
export class OpeningService {
  constructor(
    private readonly database: Database,
    private readonly channels: ChannelsService,
    private readonly enrolment: EnrolmentService,
    private readonly journal: JournalService,
    private readonly networks: NetworkAccessService,
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
    });
    return this.channels.card(actor, channelId);
  }

  async change(actor: Actor, { channelId, ...given }: Parsed<'channel.change'>): Promise<void> {
    await this.manage(actor, channelId, (tx) =>
      Object.keys(given).length === 0 ? false : tx.manager.update(Channel, { id: channelId }, given),
    );
  }

  async archive(actor: Actor, { channelId, archived }: Parsed<'channel.archive'>): Promise<void> {
    await this.manage(actor, channelId, (tx, channel) =>
      channel.archived === archived
        ? false
        : tx.manager.update(Channel, { id: channelId }, { archivedAt: archived ? new Date() : null }),
    );
  }

  /** The one direct conversation of these two in this network. */
  async direct(actor: Actor, { networkSlug, personId }: Parsed<'direct.open'>): Promise<ChannelCard> {
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

  /** `work` answers false where nothing changed. */
  private async manage(
    actor: Actor,
    channelId: string,
    work: (tx: Transaction, channel: ReadableChannel) => Promise<unknown> | false,
  ): Promise<void> {
    await this.channels.readable(actor, channelId);
    await this.database.transaction(async (tx) => {
      await this.journal.lock(tx, [channelId]);
      const channel = await this.channels.readable(actor, channelId, tx);
      if (!rightsIn(actor, channel).manage) throw new Failure('FORBIDDEN', 'You may not change this channel.');
      if ((await work(tx, channel)) === false) return;
      await this.journal.append(tx, [{ channelId, kind: 'channel.changed', subjectId: channelId }]);
    });
  }

  private async isIn(networkId: string, partnershipId: string): Promise<boolean> {
    return (await this.database.query(partnershipIn, [partnershipId, networkId])).length > 0;
  }
}

/** A slug from a name: letters without their marks, and a number where it is taken. */
async function freeSlug(tx: Transaction, networkId: string, name: string): Promise<string> {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replaceAll(' ', '-')
    .slice(0, longestSlug)
    .replace(/-$/, '');
  const base = plain === '' ? 'channel' : plain;
  const taken = new Set((await tx.query<{ slug: string }>(slugsLike, [networkId, base])).map(({ slug }) => slug));
  for (let n = 1; ; n++) {
    const slug = n === 1 ? base : `${base}-${n}`;
    if (!taken.has(slug)) return slug;
  }
}
