/** Reading messages: a page of a topic, what is pinned, what was said before an edit; and how events show a message. */
import {
  Failure,
  pageSize,
  type ChannelEvent,
  type Message,
  type MessagePage,
  type MessageVersion,
  type Parsed,
} from '@hub/contracts';
import { Database } from '@hub/database';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ChannelsService, type ReadableChannel } from '../channels/channels.service.js';
import type { Actor } from '../identity/actor.js';
import { JournalService, type ChannelRow } from '../journal/journal.service.js';
import {
  asMessage,
  channelOfMessage,
  messagesById,
  pinnedIn,
  readableAfter,
  readableBefore,
  seqOfMessage,
  seqSince,
  versionsOf,
  type MessageRow,
} from './messages.queries.js';

const mostPins = 50;

@Injectable()
export class MessagesService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly channels: ChannelsService,
    private readonly journal: JournalService,
  ) {}

  onModuleInit(): void {
    this.journal.showsChannels(
      ['message.sent', 'message.edited', 'message.removed', 'message.pinned', 'reaction.changed'],
      (channelId, rows) => this.show(channelId, rows),
    );
  }

  /** The latest messages, or those before or after a seq, or half a page on each side of one. */
  async page(actor: Actor, input: Parsed<'message.list'>): Promise<MessagePage> {
    const { topicId, before, after, limit = pageSize } = input;
    if (after !== undefined) {
      const newer = await this.newer(actor, topicId, after, limit);
      return { messages: newer.messages, hasOlder: after > 0, hasNewer: newer.more };
    }
    const around = await this.middle(input);
    if (around === undefined) {
      const older = await this.older(actor, topicId, before ?? Number.MAX_SAFE_INTEGER, limit);
      return { messages: older.messages, hasOlder: older.more, hasNewer: before !== undefined };
    }
    const half = Math.ceil(limit / 2);
    const [older, newer] = await Promise.all([
      this.older(actor, topicId, around, half),
      this.newer(actor, topicId, around - 1, half),
    ]);
    return { messages: [...older.messages, ...newer.messages], hasOlder: older.more, hasNewer: newer.more };
  }

  async pins(actor: Actor, channelId: string): Promise<Message[]> {
    await this.channels.readable(actor, channelId);
    return (await this.database.query<MessageRow>(pinnedIn, [channelId, mostPins])).map(asMessage);
  }

  async history(actor: Actor, messageId: string): Promise<MessageVersion[]> {
    await this.readable(actor, messageId);
    return this.database.query<MessageVersion>(versionsOf, [messageId]);
  }

  /** The channel of a message, for an actor who may read it. */
  async readable(actor: Actor, messageId: string): Promise<ReadableChannel> {
    const [found] = await this.database.prepared<{ channelId: string }>('channel_of_message', channelOfMessage, [
      messageId,
    ]);
    if (!found) throw new Failure('NOT_FOUND', 'There is nothing here.');
    return this.channels.readable(actor, found.channelId);
  }

  /** Messages as they are, for whoever was found entitled to them. */
  async rows(ids: string[]): Promise<MessageRow[]> {
    return ids.length === 0 ? [] : this.database.prepared<MessageRow>('messages_by_id', messagesById, [ids]);
  }

  async byId(id: string): Promise<Message> {
    const [row] = await this.rows([id]);
    if (!row) throw new Failure('NOT_FOUND', 'There is nothing here.');
    return asMessage(row);
  }

  /** An event whose message moved to another channel is not one of this channel any more. */
  private async show(channelId: string, events: ChannelRow[]): Promise<ChannelEvent[]> {
    const rows = await this.rows([...new Set(events.map(({ subjectId }) => subjectId))]);
    const here = new Map(rows.filter((row) => row.channelId === channelId).map((row) => [row.id, row]));
    return events.flatMap(({ seq, kind, subjectId }): ChannelEvent[] => {
      const row = here.get(subjectId);
      if (!row) return [];
      const told = { channelId, seq, message: asMessage(row) };
      switch (kind) {
        case 'message.sent':
          // Moved here and there again, it may have been sent to this channel under another seq.
          return row.seq === seq ? [{ kind, ...told, topicTitle: row.topicTitle }] : [];
        case 'message.edited':
        case 'message.removed':
        case 'message.pinned':
        case 'reaction.changed':
          return [{ kind, ...told }];
        default:
          return [];
      }
    });
  }

  private async middle({ topicId, around, since }: Parsed<'message.list'>): Promise<number | undefined> {
    if (typeof around === 'number') return around;
    const [place] =
      around !== undefined
        ? await this.database.query<{ seq: number }>(seqOfMessage, [topicId, around])
        : since !== undefined
          ? await this.database.query<{ seq: number }>(seqSince, [topicId, since])
          : [undefined];
    if (around !== undefined && !place) throw new Failure('NOT_FOUND', 'There is nothing here.');
    return place?.seq;
  }

  private async older(actor: Actor, topicId: string, before: number, limit: number) {
    // One more than asked for tells whether there are more.
    const rows = await this.readableRows('messages_before', readableBefore, [
      topicId,
      before,
      limit + 1,
      actor.personId,
    ]);
    const more = rows.length > limit;
    return { messages: (more ? rows.slice(1) : rows).map(asMessage), more };
  }

  private async newer(actor: Actor, topicId: string, after: number, limit: number) {
    const rows = await this.readableRows('messages_after', readableAfter, [topicId, after, limit + 1, actor.personId]);
    return { messages: rows.slice(0, limit).map(asMessage), more: rows.length > limit };
  }

  /** Rights and rows in one statement, which was half of what a page costs beside its query. */
  private async readableRows(name: string, sql: string, values: unknown[]): Promise<MessageRow[]> {
    const rows = await this.database.prepared<MessageRow | { id: null }>(name, sql, values);
    if (rows.length === 0) throw new Failure('NOT_FOUND', 'There is nothing here.');
    return rows.filter((row): row is MessageRow => row.id !== null);
  }
}
