/**
 * Sending. What waits for one channel is stored in one transaction, under the channel's row lock: a seq for each, the
 * sender's membership checked once more, a retry answered with what its first try stored. The answer leaves after the
 * commit; where the commit's outcome is unknown there is no answer that could mean "not stored".
 */
import { Failure, type ChannelKind, type Message, type SendMessage, type SentMessage } from '@hub/contracts';
import { Database, isPassing, type Transaction } from '@hub/database';
import { channelRoom, Live } from '@hub/realtime';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { mayPost } from '../channels/channels.policy.js';
import { ChannelsService } from '../channels/channels.service.js';
import type { Actor } from '../identity/actor.js';
import { messageMentioned } from './messages.jobs.js';
import { contentHash, mentionedIn } from './messages.policy.js';
import {
  lockChannel,
  membersAmong,
  messagesById,
  openTopics,
  storedBefore,
  storeMentions,
  storeMessages,
  topicsById,
  topicsByTitle,
} from './messages.queries.js';

interface Waiting {
  actor: Actor;
  input: SendMessage;
  hash: Buffer;
  settle: (outcome: SentMessage | Failure) => void;
  fail: (error: unknown) => void;
}

interface Stored {
  id: string;
  authorId: string;
  clientId: string;
  topicId: string;
  seq: number;
  contentHash: Buffer;
  sentAt: string;
}

interface Locked {
  lastSeq: number;
  archived: boolean;
  kind: ChannelKind;
  networkId: string;
}

interface New extends Waiting {
  id: string;
  topicId: string;
  seq: number;
}

const largestBatch = 32;
const keyOf = (authorId: string, clientId: string) => `${authorId}/${clientId}`;

@Injectable()
export class SendingService {
  private readonly queues = new Map<string, Waiting[]>();

  constructor(
    private readonly database: Database,
    private readonly channels: ChannelsService,
    private readonly live: Live,
  ) {}

  async send(actor: Actor, input: SendMessage): Promise<SentMessage> {
    const hash = contentHash(input);
    try {
      const channel = await this.channels.readable(actor, input.channelId);
      if (!mayPost(actor, channel)) throw notHere();
    } catch (error) {
      // What was stored before the sender lost the channel was sent all the same.
      const [first] = await this.database.query<Stored>(storedBefore, [[actor.personId], [input.clientId]]);
      if (first?.contentHash.equals(hash)) return repeated(first);
      throw error;
    }
    return new Promise((resolve, reject) => {
      const settle = (outcome: SentMessage | Failure) =>
        outcome instanceof Failure ? reject(outcome) : resolve(outcome);
      this.enqueue({ actor, input, hash, settle, fail: reject });
    });
  }

  private enqueue(waiting: Waiting): void {
    const { channelId } = waiting.input;
    const queue = this.queues.get(channelId);
    if (queue) queue.push(waiting);
    else {
      this.queues.set(channelId, [waiting]);
      void this.drain(channelId);
    }
  }

  /** One transaction at a time for a channel; whatever came meanwhile goes into the next. */
  private async drain(channelId: string): Promise<void> {
    const queue = this.queues.get(channelId) ?? [];
    while (queue.length > 0) await this.flush(channelId, queue.splice(0, largestBatch));
    this.queues.delete(channelId);
  }

  private async flush(channelId: string, batch: Waiting[], again = false): Promise<void> {
    try {
      const { outcomes, fresh, again } = await this.database.transaction((tx) => this.store(tx, channelId, batch));
      batch.forEach((waiting, index) => waiting.settle(outcomes[index] ?? new Failure('INTERNAL', 'No outcome.')));
      // A retry may be the first to learn that its message was stored; readers who were told already ignore it.
      for (const message of again) this.tell(channelId, [message]);
      this.tell(channelId, fresh);
    } catch (error) {
      // The same clientId was stored in another channel meanwhile: now it is found.
      if (batch.length === 1 && isTaken(error) && !again) return this.flush(channelId, batch, true);
      if (batch.length === 1 || isPassing(error)) {
        for (const waiting of batch) waiting.fail(error);
        return;
      }
      // One of them breaks the statement for all: alone, only that one is refused.
      for (const waiting of batch) await this.flush(channelId, [waiting]);
    }
  }

  private tell(channelId: string, messages: Message[]): void {
    this.live.emit(
      channelRoom(channelId),
      messages.map((message) => ({ kind: 'message.sent', channelId, seq: message.seq, message })),
    );
  }

  private async store(tx: Transaction, channelId: string, batch: Waiting[]) {
    const [channel] = await tx.query<Locked>(lockChannel, [channelId]);
    const authors = [...new Set(batch.map(({ actor }) => actor.personId))];
    const members = new Set((await tx.query<{ id: string }>(membersAmong, [authors, channelId])).map(({ id }) => id));
    const stored = await this.storedBefore(tx, batch);
    const mayBeNew = ({ actor, input }: Waiting) =>
      members.has(actor.personId) && !stored.has(keyOf(actor.personId, input.clientId));
    const topicOf = await this.topics(tx, channelId, batch.filter(mayBeNew));
    const fresh = new Map<string, New>();
    let seq = channel?.lastSeq ?? 0;
    /** A refusal, a repeated answer, or undefined for what is stored now. */
    const settled = batch.map((waiting): SentMessage | Failure | undefined => {
      const key = keyOf(waiting.actor.personId, waiting.input.clientId);
      const first = stored.get(key);
      if (first) return first.contentHash.equals(waiting.hash) ? repeated(first) : otherContent();
      const twin = fresh.get(key);
      if (twin) return twin.hash.equals(waiting.hash) ? undefined : otherContent();
      const topicId = topicOf(waiting.input);
      if (!channel || !members.has(waiting.actor.personId) || topicId === undefined)
        return new Failure('NOT_FOUND', 'There is nothing here.');
      if (!mayPost(waiting.actor, channel)) return notHere();
      fresh.set(key, { ...waiting, id: uuidv7(), topicId, seq: ++seq });
      return undefined;
    });
    const messages = await this.insert(tx, channelId, [...fresh.values()]);
    const byKey = new Map(messages.map((message) => [keyOf(message.author.id, message.clientId), message]));
    const outcomes = batch.map((waiting, index) => {
      const key = keyOf(waiting.actor.personId, waiting.input.clientId);
      const message = byKey.get(key);
      if (settled[index] !== undefined || !message) return settled[index];
      const { clientId, id, topicId, sentAt } = message;
      return { clientId, id, topicId, seq: message.seq, sentAt, duplicate: fresh.get(key)?.settle !== waiting.settle };
    });
    const repeats = settled.flatMap((outcome) => (outcome && !(outcome instanceof Failure) ? [outcome.id] : []));
    const again = repeats.length === 0 ? [] : await tx.query<Message>(messagesById, [repeats]);
    return { outcomes, fresh: messages, again: again.filter((message) => message.channelId === channelId) };
  }

  private async storedBefore(tx: Transaction, batch: Waiting[]): Promise<Map<string, Stored>> {
    const rows = await tx.query<Stored>(storedBefore, [
      batch.map(({ actor }) => actor.personId),
      batch.map(({ input }) => input.clientId),
    ]);
    return new Map(rows.map((row) => [keyOf(row.authorId, row.clientId), row]));
  }

  /** Opens the topics that are new, and tells which topic of this channel each message goes to. */
  private async topics(tx: Transaction, channelId: string, batch: Waiting[]) {
    const titled = batch.filter(({ input }) => input.topicTitle !== undefined);
    if (titled.length > 0) {
      const titles = titled.map(({ input }) => input.topicTitle);
      await tx.query(openTopics, [
        titled.map(() => uuidv7()),
        channelId,
        titles,
        titled.map(({ actor }) => actor.personId),
      ]);
    }
    const ids = await tx.query<{ id: string }>(topicsById, [
      channelId,
      batch.map(({ input }) => input.topicId ?? null),
    ]);
    const named = await tx.query<{ id: string; title: string }>(topicsByTitle, [
      channelId,
      titled.map(({ input }) => input.topicTitle),
    ]);
    const known = new Set(ids.map(({ id }) => id));
    const byTitle = new Map(named.map(({ id, title }) => [title, id]));
    return ({ topicId, topicTitle }: SendMessage): string | undefined => {
      if (topicTitle !== undefined) return byTitle.get(topicTitle);
      return topicId !== undefined && known.has(topicId) ? topicId : undefined;
    };
  }

  private async insert(tx: Transaction, channelId: string, fresh: New[]): Promise<Message[]> {
    if (fresh.length === 0) return [];
    await tx.query(storeMessages, [
      channelId,
      fresh.map(({ id }) => id),
      fresh.map(({ topicId }) => topicId),
      fresh.map(({ seq }) => seq),
      fresh.map(({ actor }) => actor.personId),
      fresh.map(({ input }) => input.clientId),
      fresh.map(({ hash }) => hash),
      fresh.map(({ input }) => input.body),
      fresh.map(({ input }) => input.language ?? null),
    ]);
    const mentions = fresh.flatMap(({ id, input }) => mentionedIn(input.body).map((personId) => ({ id, personId })));
    if (mentions.length > 0) {
      const stored = await tx.query<{ messageId: string }>(storeMentions, [
        channelId,
        mentions.map(({ id }) => id),
        mentions.map(({ personId }) => personId),
      ]);
      const messageIds = [...new Set(stored.map(({ messageId }) => messageId))];
      await tx.promise(
        messageMentioned.topic,
        messageIds.map((messageId) => ({ messageId })),
      );
    }
    return tx.query<Message>(messagesById, [fresh.map(({ id }) => id)]);
  }
}

function repeated({ clientId, id, topicId, seq, sentAt }: Stored): SentMessage {
  return { clientId, id, topicId, seq, sentAt, duplicate: true };
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '23505';
}

function notHere(): Failure {
  return new Failure('FORBIDDEN', 'You may read this channel but not write in it.');
}

function otherContent(): Failure {
  return new Failure('CONFLICT', 'This clientId was used for another message.');
}
