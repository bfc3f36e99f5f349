/** Channels as their members know them. A channel is readable for whoever is in `current_channel_members`, and for nobody else. */
import {
  Failure,
  type Channel,
  type ChannelCard,
  type ChannelEvent,
  type ChannelListing,
  type ChannelMember,
  type ChannelPage,
  type TopicCard,
  type UserEvent,
} from '@hub/contracts';
import { Database, type Transaction } from '@hub/database';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '../identity/actor.js';
import { JournalService, type ChannelRow, type UserRow } from '../journal/journal.service.js';
import { NetworkAccessService } from '../networks/network-access.service.js';
import { rightsIn } from './channels.policy.js';
import {
  cardsById,
  channelCards,
  channelFacts,
  channelListings,
  channelsById,
  channelsOf,
  channelsOfOne,
  membersAmong,
  membersById,
  membersOf,
  mute,
  reachOf,
  readableChannel,
} from './channels.queries.js';
import { asTopicCard, topicCards, type TopicCardRow } from './topics.queries.js';

/** A channel that was loaded for this actor. */
export interface ReadableChannel extends ChannelCard {
  partnershipId: string | null;
  origin: 'role' | 'hand';
  networkClosed: boolean;
  network: ChannelPage['network'];
  partnership: ChannelPage['partnership'];
}

/** What never changes of a channel. */
export type ChannelFacts = Pick<ReadableChannel, 'id' | 'networkId' | 'partnershipId' | 'kind'>;

interface ChannelsOf {
  personId: string;
  channelIds: string[];
}

const absent = () => new Failure('NOT_FOUND', 'There is nothing here.');

@Injectable()
export class ChannelsService implements OnModuleInit {
  private readonly known = new Map<string, ChannelFacts>();

  constructor(
    private readonly database: Database,
    private readonly journal: JournalService,
    private readonly networks: NetworkAccessService,
  ) {}

  onModuleInit(): void {
    this.journal.showsChannels(['channel.changed', 'member.joined', 'member.left'], (channelId, rows) =>
      this.show(channelId, rows),
    );
    this.journal.showsPeople(['channel.gained', 'channel.lost', 'channel.muted'], (personId, rows) =>
      this.showPerson(personId, rows),
    );
  }

  /** Absent and hidden answer the same. */
  async readable(actor: Actor, channelId: string, from?: Transaction): Promise<ReadableChannel> {
    const of = [channelId, actor.personId];
    const [channel] = from
      ? await from.query<ReadableChannel>(readableChannel, of)
      : await this.database.prepared<ReadableChannel>('readable_channel', readableChannel, of);
    if (!channel) throw absent();
    return channel;
  }

  /** Says nothing about who may know of it. */
  async facts(channelId: string): Promise<ChannelFacts | undefined> {
    const known = this.known.get(channelId);
    if (known) return known;
    const [facts] = await this.database.query<ChannelFacts>(channelFacts, [channelId]);
    if (facts) this.known.set(channelId, facts);
    return facts;
  }

  /** The channels of a network, or of a partnership, that the actor is in. */
  cards(actor: Actor, where: { networkId: string; partnershipId?: string }): Promise<ChannelCard[]> {
    return this.database.query<ChannelCard>(channelCards, [
      actor.personId,
      where.networkId,
      where.partnershipId ?? null,
    ]);
  }

  async card(actor: Actor, channelId: string): Promise<ChannelCard> {
    const [card] = await this.database.query<ChannelCard>(cardsById, [actor.personId, [channelId]]);
    if (!card) throw absent();
    return card;
  }

  /** What the actor is in or may join. */
  async listings(actor: Actor, networkSlug: string): Promise<ChannelListing[]> {
    const network = await this.networks.visible(actor, networkSlug);
    return this.database.query<ChannelListing>(channelListings, [network.id, actor.personId]);
  }

  async page(actor: Actor, channelId: string): Promise<ChannelPage> {
    const channel = await this.readable(actor, channelId);
    const rows = await this.database.query<TopicCardRow>(topicCards, [
      channelId,
      null,
      actor.personId,
      channel.readFromSeq,
    ]);
    const topics: TopicCard[] = rows.map(asTopicCard);
    return { ...(await this.withMembers(actor, channel)), topics };
  }

  async withMembers(actor: Actor, channel: ReadableChannel): Promise<Omit<ChannelPage, 'topics'>> {
    const members = await this.database.query<ChannelMember>(membersOf, [channel.id]);
    return { ...channel, members, may: rightsIn(actor, channel) };
  }

  /** How many others a group is in a channel. */
  async reach(actor: Actor, channelId: string, group: string): Promise<{ people: number }> {
    await this.readable(actor, channelId);
    const [reach] = await this.database.query<{ people: number }>(reachOf, [channelId, actor.personId, group]);
    return reach ?? { people: 0 };
  }

  async mute(actor: Actor, channelId: string, muted: boolean): Promise<void> {
    await this.readable(actor, channelId);
    const { personId } = actor;
    await this.database.transaction(async (tx) => {
      const changed = await tx.query(mute, [channelId, muted, personId]);
      if (changed.length > 0)
        await this.journal.appendFor(tx, [{ personId, kind: 'channel.muted', subject: { channelId, muted } }]);
    });
  }

  /** Those among these people who are in the channel now. */
  async membersAmong(channelId: string, personIds: string[], from: Database | Transaction = this.database) {
    const rows = await from.query<{ personId: string }>(membersAmong, [channelId, personIds]);
    return new Set(rows.map(({ personId }) => personId));
  }

  /** The channels each of these people is in, for the rooms of their sockets. */
  async idsOf(personIds: string[]): Promise<Map<string, string[]>> {
    const [only, ...others] = personIds;
    const rows =
      only !== undefined && others.length === 0
        ? await this.database.prepared<ChannelsOf>('channels_of_one', channelsOfOne, [only])
        : await this.database.prepared<ChannelsOf>('channels_of', channelsOf, [personIds]);
    return new Map(rows.map(({ personId, channelIds }) => [personId, channelIds]));
  }

  private async show(channelId: string, rows: ChannelRow[]): Promise<ChannelEvent[]> {
    const [channel] = await this.database.query<Channel>(channelsById, [[channelId]]);
    const joined = rows.flatMap(({ kind, subjectId }) => (kind === 'member.joined' ? [subjectId] : []));
    const people =
      joined.length === 0 ? [] : await this.database.query<ChannelMember>(membersById, [[...new Set(joined)]]);
    const byId = new Map(people.map((person) => [person.id, person]));
    return rows.flatMap(({ seq, kind, subjectId }): ChannelEvent[] => {
      const person = byId.get(subjectId);
      if (kind === 'channel.changed') return channel ? [{ kind, channelId, seq, channel }] : [];
      if (kind === 'member.left') return [{ kind, channelId, seq, personId: subjectId }];
      return kind === 'member.joined' && person ? [{ kind, channelId, seq, person }] : [];
    });
  }

  /** A channel gained and lost again since is only told as lost. */
  private async showPerson(personId: string, rows: UserRow[]): Promise<UserEvent[]> {
    const ids = rows.map(({ subject }) => (subject as { channelId: string }).channelId);
    const cards = await this.database.query<ChannelCard>(cardsById, [personId, [...new Set(ids)]]);
    const byId = new Map(cards.map((card) => [card.id, card]));
    return rows.flatMap(({ seq: userSeq, kind, subject }): UserEvent[] => {
      const { channelId, muted = false } = subject as { channelId: string; muted?: boolean };
      const channel = byId.get(channelId);
      if (kind === 'channel.gained') return channel ? [{ kind, userSeq, channel }] : [];
      if (kind === 'channel.lost') return [{ kind, userSeq, channelId }];
      return kind === 'channel.muted' ? [{ kind, userSeq, channelId, muted }] : [];
    });
  }
}
