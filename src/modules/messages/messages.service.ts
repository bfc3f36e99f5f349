/** Reading messages: a page of a topic, and a channel's events after a seq. */
import type { ChannelEvent, Message, MessagePage, Parsed } from '@hub/contracts';
import { pageSize } from '@hub/contracts';
import { Database } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { ChannelsService } from '../channels/channels.service.js';
import type { Actor } from '../identity/actor.js';
import { eventsAfter, messagesAfter, messagesBefore, messagesById } from './messages.queries.js';

interface EventRow {
  seq: number;
  kind: ChannelEvent['kind'];
  subjectId: string;
}

@Injectable()
export class MessagesService {
  constructor(
    private readonly database: Database,
    private readonly channels: ChannelsService,
  ) {}

  /** The latest messages, or those before or after a seq, or half a page on each side of one. */
  async page(
    actor: Actor,
    { topicId, before, after, around, limit = pageSize }: Parsed<'message.list'>,
  ): Promise<MessagePage> {
    await this.channels.topic(actor, topicId);
    if (after !== undefined) {
      const newer = await this.newer(topicId, after, limit);
      return { messages: newer.messages, hasOlder: after > 0, hasNewer: newer.more };
    }
    if (around === undefined) {
      const older = await this.older(topicId, before ?? Number.MAX_SAFE_INTEGER, limit);
      return { messages: older.messages, hasOlder: older.more, hasNewer: before !== undefined };
    }
    const half = Math.ceil(limit / 2);
    const [older, newer] = await Promise.all([
      this.older(topicId, around, half),
      this.newer(topicId, around - 1, half),
    ]);
    return { messages: [...older.messages, ...newer.messages], hasOlder: older.more, hasNewer: newer.more };
  }

  /** A channel's events in order, for whoever was found entitled to the channel. */
  async eventsAfter(channelId: string, after: number, limit: number = pageSize): Promise<ChannelEvent[]> {
    const rows = await this.database.query<EventRow>(eventsAfter, [channelId, after, limit]);
    const messages = await this.byId(rows.map(({ subjectId }) => subjectId));
    const byId = new Map(messages.map((message) => [message.id, message]));
    return rows.flatMap(({ seq, kind, subjectId }) => {
      const message = byId.get(subjectId);
      return message ? [{ kind, channelId, seq, message }] : [];
    });
  }

  async byId(ids: string[]): Promise<Message[]> {
    return ids.length === 0 ? [] : this.database.query<Message>(messagesById, [ids]);
  }

  private async older(topicId: string, before: number, limit: number) {
    // One more than asked for tells whether there are more.
    const messages = await this.database.query<Message>(messagesBefore, [topicId, before, limit + 1]);
    const more = messages.length > limit;
    return { messages: more ? messages.slice(1) : messages, more };
  }

  private async newer(topicId: string, after: number, limit: number) {
    const messages = await this.database.query<Message>(messagesAfter, [topicId, after, limit + 1]);
    return { messages: messages.slice(0, limit), more: messages.length > limit };
  }
}
