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

/** A draft as `send_messages` takes it, but for its place in the batch. */
interface Draft {
  id: string;
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
  channelId: string;
  draft: Draft;
  settle: (outcome: SentMessage | Failure) => void;
  fail: (error: unknown) => void;
}

interface Outcome {
  n: number;
  outcome: 'sent' | 'duplicate' | 'conflict' | 'not_found' | 'forbidden';
  id: string;
  channelId: string;
  topicId: string;
  topicTitle: string;
  seq: number;
  sentAt: string;
  author: Message['author'];
}

const largestBatch = 32;

@Injectable()
export class SendingService {
  private readonly queues = new Map<string, Waiting[]>();

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
      this.enqueue({ channelId, draft, settle, fail: reject });
    });
  }

  private enqueue(waiting: Waiting): void {
    const queue = this.queues.get(waiting.channelId);
    if (queue) queue.push(waiting);
    else {
      this.queues.set(waiting.channelId, [waiting]);
      void this.drain(waiting.channelId);
    }
  }

  /** One transaction at a time for a channel; whatever came meanwhile goes into the next. */
  private async drain(channelId: string): Promise<void> {
    const queue = this.queues.get(channelId) ?? [];
    while (queue.length > 0) await this.flush(channelId, queue.splice(0, largestBatch));
    this.queues.delete(channelId);
  }

  private async flush(channelId: string, batch: Waiting[], again = false): Promise<void> {
    let outcomes: Outcome[];
    try {
      const drafts = batch.map(({ draft }, n) => ({ n, ...draft }));
      outcomes = await this.database.prepared<Outcome>('send_messages', sendMessages, [
        channelId,
        JSON.stringify(drafts),
      ]);
    } catch (error) {
      // The same clientId was stored in another channel meanwhile: now it is found.
      if (batch.length === 1 && isTaken(error) && !again) return this.flush(channelId, batch, true);
      if (batch.length === 1 || isPassing(error)) {
        for (const waiting of batch) waiting.fail(error);
        return;
      }
      // One of them breaks the statement for all: alone, only that one is refused.
      for (const waiting of batch) await this.flush(channelId, [waiting]);
      return;
    }
    for (const outcome of outcomes) {
      const waiting = batch[outcome.n];
      waiting?.settle(answer(outcome, waiting.draft.clientId));
    }
    await this.tell(channelId, outcomes, batch);
  }

  /** Whoever hears too late finds it in the log, so that telling may fail. */
  private async tell(channelId: string, outcomes: Outcome[], batch: Waiting[]): Promise<void> {
    const drafts = new Map(batch.map(({ draft }) => [draft.id, draft]));
    const sent = outcomes.filter(({ outcome }) => outcome === 'sent');
    if (sent.some(({ id }) => isCalling(drafts.get(id)))) this.database.promised();
    // A retry may be the first to learn that its message was stored; readers who were told already ignore it.
    for (const first of outcomes)
      if (first.outcome === 'duplicate' && first.channelId === channelId)
        this.live.behind(channelRoom(channelId), first.seq - 1, first.seq);
    // Most messages name nobody and answer nothing: they are told as they were written, the others as they are stored.
    const stored = sent.filter(({ id }) => isCalling(drafts.get(id)) || drafts.get(id)?.replyToId !== undefined);
    try {
      const rows = await this.messages.rows(stored.map(({ id }) => id));
      const read = new Map(rows.map((row) => [row.id, asMessage(row)]));
      this.live.emit(
        channelRoom(channelId),
        sent.flatMap((outcome): ChannelEvent[] => {
          const draft = drafts.get(outcome.id);
          const message = read.get(outcome.id) ?? (draft && asWritten(draft, outcome));
          const { seq, topicTitle } = outcome;
          return message ? [{ kind: 'message.sent', channelId, seq, topicTitle, message }] : [];
        }),
      );
    } catch {
      if (sent[0]) this.live.behind(channelRoom(channelId), sent[0].seq - 1);
    }
  }
}

const isCalling = (draft: Draft | undefined) => draft !== undefined && draft.mentions.length + draft.groups.length > 0;

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
    case 'forbidden':
      return new Failure('FORBIDDEN', 'You may read this channel but not write this in it.');
  }
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '23505';
}
