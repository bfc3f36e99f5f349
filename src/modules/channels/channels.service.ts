/** Channels and their topics. A channel is readable for whoever is in `currentChannelMembers`, and for nobody else. */
import {
  Failure,
  type ChannelCard,
  type ChannelMember,
  type ChannelPage,
  type Topic,
  type TopicPage,
} from '@hub/contracts';
import { Database } from '@hub/database';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../identity/actor.js';
import { mayPost } from './channels.policy.js';
import { channelCards, channelOfTopic, channelsOf, membersOf, readableChannel, topicsOf } from './channels.queries.js';

/** A channel that was loaded for this actor. */
export interface ReadableChannel extends ChannelCard {
  networkId: string;
  partnershipId: string | null;
  network: ChannelPage['network'];
  partnership: ChannelPage['partnership'];
}

const absent = () => new Failure('NOT_FOUND', 'There is nothing here.');

@Injectable()
export class ChannelsService {
  constructor(private readonly database: Database) {}

  /** Absent and hidden answer the same. */
  async readable(actor: Actor, channelId: string): Promise<ReadableChannel> {
    const [channel] = await this.database.query<ReadableChannel>(readableChannel, [channelId, actor.personId]);
    if (!channel) throw absent();
    return channel;
  }

  /** The channels of a network, or of a partnership, that the actor is in. */
  cards(actor: Actor, where: { networkId: string; partnershipId?: string }): Promise<ChannelCard[]> {
    return this.database.query<ChannelCard>(channelCards, [
      actor.personId,
      where.networkId,
      where.partnershipId ?? null,
    ]);
  }

  async page(actor: Actor, channelId: string): Promise<ChannelPage> {
    const channel = await this.readable(actor, channelId);
    const topics = await this.database.query<Topic>(topicsOf, [channelId, null]);
    return { ...(await this.withMembers(actor, channel)), topics };
  }

  /** A topic of a channel that the actor may read. */
  async topic(actor: Actor, topicId: string): Promise<{ topic: Topic; channel: ReadableChannel }> {
    const [found] = await this.database.query<{ channelId: string }>(channelOfTopic, [topicId]);
    if (!found) throw absent();
    const channel = await this.readable(actor, found.channelId);
    const [topic] = await this.database.query<Topic>(topicsOf, [channel.id, topicId]);
    if (!topic) throw absent();
    return { topic, channel };
  }

  async topicPage(actor: Actor, topicId: string): Promise<TopicPage> {
    const { topic, channel } = await this.topic(actor, topicId);
    return { topic, channel: await this.withMembers(actor, channel) };
  }

  /** The channels each of these people is in, for the rooms of their sockets. */
  async idsOf(personIds: string[]): Promise<Map<string, string[]>> {
    const rows = await this.database.query<{ personId: string; ids: string[] }>(channelsOf, [personIds]);
    return new Map(rows.map(({ personId, ids }) => [personId, ids]));
  }

  private async withMembers(actor: Actor, channel: ReadableChannel): Promise<TopicPage['channel']> {
    const members = await this.database.query<ChannelMember>(membersOf, [channel.id]);
    return { ...channel, members, mayPost: mayPost(actor, channel) };
  }
}
