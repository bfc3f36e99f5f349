/** Topics: one matter of a channel with its own conversation. It can be renamed, moved and settled; links to it stay. */
import { Failure, largestMove, type ChannelEvent, type Parsed, type TopicCard, type TopicPage } from '@hub/contracts';
import { Database, type Transaction } from '@hub/database';
import { channelRoom, Live } from '@hub/realtime';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '../identity/actor.js';
import { JournalService, type ChannelRow } from '../journal/journal.service.js';
import { mayMoveBetween, rightsIn } from './channels.policy.js';
import { ChannelsService, type ReadableChannel } from './channels.service.js';
import {
  asTopic,
  asTopicCard,
  channelOfTopic,
  moveTopic,
  rename,
  resolve,
  titleTaken,
  topicCards,
  topicsById,
  topicToChange,
  type TopicCardRow,
  type TopicRow,
} from './topics.queries.js';

interface ToChange {
  title: string;
  resolved: boolean;
  messages: number;
  createdBy: string;
}

const absent = () => new Failure('NOT_FOUND', 'There is nothing here.');

@Injectable()
export class TopicsService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly channels: ChannelsService,
    private readonly journal: JournalService,
    private readonly live: Live,
  ) {}

  onModuleInit(): void {
    this.journal.showsChannels(['topic.changed'], (channelId, rows) => this.show(channelId, rows));
  }

  /** The channel of a topic, for an actor who may read it. */
  async readable(actor: Actor, topicId: string): Promise<ReadableChannel> {
    const [found] = await this.database.prepared<{ channelId: string }>('channel_of_topic', channelOfTopic, [topicId]);
    if (!found) throw absent();
    return this.channels.readable(actor, found.channelId);
  }

  async card(actor: Actor, topicId: string, channel: ReadableChannel): Promise<TopicCard> {
    const of = [channel.id, topicId, actor.personId, channel.readFromSeq];
    const [row] = await this.database.query<TopicCardRow>(topicCards, of);
    if (!row) throw absent();
    return asTopicCard(row);
  }

  async page(actor: Actor, topicId: string): Promise<TopicPage> {
    const channel = await this.readable(actor, topicId);
    const topic = await this.card(actor, topicId, channel);
    return { topic, channel: await this.channels.withMembers(actor, channel) };
  }

  async rename(actor: Actor, { topicId, title }: Parsed<'topic.rename'>): Promise<void> {
    await this.change(actor, topicId, async (tx, topic, channel) => {
      if (topic.title === title) return;
      await requireFree(tx, channel.id, title, topicId);
      await tx.query(rename, [topicId, title]);
      await this.append(tx, channel.id, topicId);
    });
  }

  async resolve(actor: Actor, { topicId, resolved }: Parsed<'topic.resolve'>): Promise<void> {
    await this.change(actor, topicId, async (tx, topic, channel) => {
      if (topic.resolved === resolved) return;
      await tx.query(resolve, [topicId, resolved ? actor.personId : null]);
      await this.append(tx, channel.id, topicId);
    });
  }

  /** Its messages are said anew in the other channel, in their order; what was read stays read. */
  async move(actor: Actor, { topicId, channelId }: Parsed<'topic.move'>): Promise<void> {
    const source = await this.readable(actor, topicId);
    if (source.id === channelId) return;
    await this.channels.readable(actor, channelId);
    await this.database.transaction(async (tx) => {
      await this.journal.lock(tx, [source.id, channelId]);
      const [from, to] = [
        await this.channels.readable(actor, source.id, tx),
        await this.channels.readable(actor, channelId, tx),
      ];
      const [topic] = await tx.query<ToChange>(topicToChange, [topicId, from.id]);
      if (!topic) throw absent();
      const may = rightsIn(actor, from);
      const own = topic.createdBy === actor.personId;
      if (!may.post || !(may.manage || own) || !rightsIn(actor, to).post || !mayMoveBetween(from, to))
        throw new Failure('FORBIDDEN', 'This topic may not be moved there.');
      if (topic.messages > largestMove)
        throw new Failure('TOO_LARGE', `A topic of more than ${largestMove} messages stays where it is.`);
      await requireFree(tx, to.id, topic.title, topicId);
      const readers = await tx.query<{ personId: string }>(moveTopic, [topicId, from.id, to.id]);
      await this.append(tx, from.id, topicId);
      tx.afterCommit(() => this.live.behind(channelRoom(to.id), to.lastSeq));
      // A settled topic arrives open with its first message: this tells the rest of it.
      await this.append(tx, to.id, topicId);
      const among = await this.channels.membersAmong(
        to.id,
        readers.map(({ personId }) => personId),
        tx,
      );
      await this.journal.appendFor(
        tx,
        [...among].map((personId) => ({ personId, kind: 'read.moved', subject: { topicId } })),
      );
    });
  }

  /** For whoever may write in its channel, looked at once more under the channel's lock. */
  private async change(
    actor: Actor,
    topicId: string,
    work: (tx: Transaction, topic: ToChange, channel: ReadableChannel) => Promise<void>,
  ): Promise<void> {
    const { id } = await this.readable(actor, topicId);
    await this.database.transaction(async (tx) => {
      await this.journal.lock(tx, [id]);
      const channel = await this.channels.readable(actor, id, tx);
      const [topic] = await tx.query<ToChange>(topicToChange, [topicId, id]);
      if (!topic) throw new Failure('UNAVAILABLE', 'The topic is being moved; try again.');
      if (!rightsIn(actor, channel).post) throw new Failure('FORBIDDEN', 'You may not change this topic.');
      await work(tx, topic, channel);
    });
  }

  private async append(tx: Transaction, channelId: string, topicId: string): Promise<void> {
    await this.journal.append(tx, [{ channelId, kind: 'topic.changed', subjectId: topicId }]);
  }

  private async show(channelId: string, rows: ChannelRow[]): Promise<ChannelEvent[]> {
    const ids = [...new Set(rows.map(({ subjectId }) => subjectId))];
    const topics = await this.database.query<TopicRow>(topicsById, [ids]);
    const here = new Map(topics.filter((row) => row.channelId === channelId).map((row) => [row.id, asTopic(row)]));
    return rows.map(({ seq, subjectId: topicId }) => ({
      kind: 'topic.changed',
      channelId,
      seq,
      topicId,
      topic: here.get(topicId) ?? null,
    }));
  }
}

async function requireFree(tx: Transaction, channelId: string, title: string, topicId: string): Promise<void> {
  const [taken] = await tx.query(titleTaken, [channelId, title, topicId]);
  if (taken) throw new Failure('CONFLICT', 'The channel has another topic of this title.');
}
