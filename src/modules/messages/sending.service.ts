/**
 * Sending. What waits for one channel is stored in one transaction, under the channel's row lock: a seq for each, the
 * sender's membership checked once more, a retry answered with what its first try stored. The answer leaves after the
 * commit; where the commit's outcome is unknown there is no answer that could mean "not stored".
 */
import { Failure, type ChannelEvent, type Message, type SendMessage, type SentMessage } from '@hub/contracts';
import { Database, isPassing } from '@hub/database';
import { channelRoom, Live } from '@hub/realtime';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { rightsIn } from '../channels/channels.policy.js';
import { ChannelsService } from '../channels/channels.service.js';
import type { Actor } from '../identity/actor.js';
import { contentHash, groupsIn, mentionedIn } from './messages.policy.js';
import { asMessage, sendMessages } from './messages.queries.js';
import { MessagesService } from './messages.service.js';
import { SendingQueue } from './sending-queue.js';

/** A draft as `send_messages` takes it, but for its place in the batch. */
interface Draft {
  id: string;
  channelId: string;
  authorId: string;
  clientId: string;
  hash: string;
  topicId?: string;
  topicTitle?: string;
  newTopicId?: string;
  body: string;
  language?: string;
  replyToId?: string;
  /** Whether the author's roles let them write this here. */
  allowed: boolean;
  mentions: string[];
  groups: string[];
}

interface Waiting {
  draft: Draft;
  settle: (outcome: SentMessage | Failure) => void;
  fail: (error: unknown) => void;
}

interface Stored {
  draft: Draft;
  outcome: Outcome;
}

interface Outcome {
  n: number;
  outcome: 'sent' | 'duplicate' | 'conflict' | 'not_found' | 'forbidden' | 'busy';
  id: string;
  channelId: string;
  topicId: string;
  topicTitle: string;
  seq: number;
  sentAt: string;
  author: Message['author'];
}

@Injectable()
export class SendingService {
  private readonly queue = new SendingQueue<Waiting>((batch, { patient }) => this.flush(batch, patient));

  constructor(
    private readonly database: Database,
    private readonly channels: ChannelsService,
    private readonly messages: MessagesService,
    private readonly live: Live,
  ) {}

  async send(actor: Actor, input: SendMessage): Promise<SentMessage> {
    const { channelId, clientId, topicId, topicTitle, body, language, replyToId } = input;
    const channel = await this.channels.facts(channelId);
    if (!channel) throw new Failure('NOT_FOUND', 'There is nothing here.');
    const groups = groupsIn(body);
    const may = rightsIn(actor, { ...channel, archived: false });
    const draft: Draft = {
      id: uuidv7(),
      channelId,
      authorId: actor.personId,
      clientId,
      hash: contentHash(input).toString('hex'),
      ...(topicTitle === undefined ? { topicId } : { topicTitle, newTopicId: uuidv7() }),
      body,
      language,
      replyToId,
      allowed: may.post && (groups.length === 0 || may.mentionGroups),
      mentions: mentionedIn(body),
      groups,
    };
    return new Promise((resolve, reject) => {
      const settle = (outcome: SentMessage | Failure) =>
        outcome instanceof Failure ? reject(outcome) : resolve(outcome);
      this.queue.add({ draft, settle, fail: reject });
    });
  }

  /** Answers those whose channel was held by somebody else; all others are settled. */
  private async flush(batch: Waiting[], patient: boolean, again = false): Promise<Waiting[]> {
    let outcomes: Outcome[];
    try {
      outcomes = await this.database.prepared<Outcome>('send_messages', sendMessages, [
        [...new Set(batch.map(({ draft }) => draft.channelId))],
        JSON.stringify(batch.map(({ draft }, n) => ({ n, ...draft }))),
        patient,
      ]);
    } catch (error) {
      // The same clientId was stored in another channel meanwhile: now it is found.
      if (batch.length === 1 && isTaken(error) && !again) return this.flush(batch, true, true);
      if (batch.length === 1 || isPassing(error)) for (const waiting of batch) waiting.fail(error);
      // One of them breaks the statement for all: alone, only that one is refused.
      else for (const waiting of batch) await this.flush([waiting], true);
      return [];
    }
    // Whoever waits is on the way to Postgres before these are answered and told.
    setImmediate(() => {
      for (const outcome of outcomes) {
        const waiting = batch[outcome.n];
        if (outcome.outcome !== 'busy') waiting?.settle(answer(outcome, waiting.draft.clientId));
      }
      // Whoever was not told finds it in the log.
      this.tell(outcomes, batch).catch(() => undefined);
    });
    return outcomes.flatMap(({ outcome, n }) => (outcome === 'busy' ? (batch[n] ?? []) : []));
  }

  private async tell(outcomes: Outcome[], batch: Waiting[]): Promise<void> {
    const byChannel = new Map<string, Stored[]>();
    const toRead: string[] = [];
    let calls = false;
    for (const outcome of outcomes) {
      const { draft } = batch[outcome.n] ?? {};
      if (!draft || (outcome.outcome !== 'sent' && outcome.outcome !== 'duplicate')) continue;
      const ofChannel = byChannel.get(draft.channelId);
      if (ofChannel) ofChannel.push({ draft, outcome });
      else byChannel.set(draft.channelId, [{ draft, outcome }]);
      const isCalling = draft.mentions.length + draft.groups.length > 0;
      if (outcome.outcome !== 'sent') continue;
      calls ||= isCalling;
      // Most messages name nobody and answer nothing: they are told as they were written, the others as they are stored.
      if (isCalling || draft.replyToId !== undefined) toRead.push(outcome.id);
    }
    if (calls) this.database.promised();
    const rows = toRead.length > 0 ? await this.messages.rows(toRead).catch(() => undefined) : [];
    const read = rows && new Map(rows.map((row) => [row.id, asMessage(row)]));
    for (const [channelId, stored] of byChannel) this.tellChannel(channelId, stored, read);
  }

  private tellChannel(channelId: string, stored: Stored[], read: Map<string, Message> | undefined): void {
    const room = channelRoom(channelId);
    const events: ChannelEvent[] = [];
    for (const { draft, outcome } of stored) {
      const { seq, topicTitle } = outcome;
      // A retry may be the first to learn that its message was stored; readers who were told already ignore it.
      if (outcome.outcome === 'duplicate') {
        if (outcome.channelId === channelId) this.live.behind(room, seq - 1, seq);
      } else
        events.push({
          kind: 'message.sent',
          channelId,
          seq,
          topicTitle,
          message: read?.get(outcome.id) ?? asWritten(draft, outcome),
        });
    }
    if (read) this.live.emit(room, events);
    else if (events[0]) this.live.behind(room, events[0].seq - 1);
  }
}

function asWritten(draft: Draft, { id, channelId, topicId, seq, sentAt, author }: Outcome): Message {
  const { clientId, body, language = null } = draft;
  return {
    id,
    channelId,
    topicId,
    seq,
    changedSeq: seq,
    version: 1,
    clientId,
    author,
    body,
    language,
    mentions: [],
    sentAt,
  };
}

function answer({ outcome, id, topicId, seq, sentAt }: Outcome, clientId: string): SentMessage | Failure {
  switch (outcome) {
    case 'sent':
    case 'duplicate':
      return { clientId, id, topicId, seq, sentAt, duplicate: outcome === 'duplicate' };
    case 'conflict':
      return new Failure('CONFLICT', 'This clientId was used for another message.');
    case 'not_found':
      return new Failure('NOT_FOUND', 'There is nothing here.');
    default:
      return new Failure('FORBIDDEN', 'You may read this channel but not write this in it.');
  }
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '23505';
}
