/**
 * Changing what was said: edits that know what they edit, removals that win over everything, pins and reactions. Each
 * is decided under the channel's lock, where membership and the message are looked at once more.
 */
import { Failure, type Message, type Parsed } from '@hub/contracts';
import { Database, type Transaction } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { rightsIn } from '../channels/channels.policy.js';
import { ChannelsService, type ReadableChannel } from '../channels/channels.service.js';
import type { Actor } from '../identity/actor.js';
import { JournalService } from '../journal/journal.service.js';
import { AuditService } from '../administration/audit.service.js';
import { messageMentioned } from './messages.jobs.js';
import { groupsIn, mentionedIn } from './messages.policy.js';
import {
  changeText,
  keepVersion,
  mentionGroups,
  mentionPeople,
  messageToChange,
  pin,
  removeText,
  removeTraces,
  touch,
  unmentionGroups,
  unmentionPeople,
} from './messages.queries.js';
import { MessagesService } from './messages.service.js';
import { clearReaction, setReaction } from './reactions.queries.js';

interface ToChange {
  id: string;
  authorId: string;
  version: number;
  body: string;
  language: string | null;
  removed: boolean;
  pinned: boolean;
}

/** What a change needs: the message as it is under the lock, its channel, and the transaction. */
interface Under {
  tx: Transaction;
  message: ToChange;
  channel: ReadableChannel;
}

@Injectable()
export class RevisingService {
  constructor(
    private readonly database: Database,
    private readonly channels: ChannelsService,
    private readonly messages: MessagesService,
    private readonly journal: JournalService,
    private readonly audit: AuditService,
  ) {}

  async edit(actor: Actor, { messageId, baseVersion, body, language }: Parsed<'message.edit'>): Promise<Message> {
    const outcome = await this.change(actor, messageId, async ({ tx, message, channel }) => {
      if (message.authorId !== actor.personId) throw forbidden('Only its author edits a message.');
      const groups = groupsIn(body);
      const may = rightsIn(actor, channel);
      if (!may.post || (groups.length > 0 && !may.mentionGroups)) throw forbidden('You may not write this here.');
      const same = message.body === body && message.language === (language ?? null);
      if (message.removed || message.version !== baseVersion)
        // The same edit once more, after an answer that did not arrive.
        return !message.removed && same && message.version === baseVersion + 1 ? 'done' : 'conflict';
      if (same) return 'done';
      await tx.query(keepVersion, [messageId]);
      const seq = await this.append(tx, channel.id, 'message.edited', messageId);
      await tx.query(changeText, [messageId, body, language ?? null, seq]);
      await this.mention(tx, messageId, { people: mentionedIn(body), groups });
      return 'done';
    });
    const today = await this.messages.byId(messageId);
    if (outcome === 'done') return today;
    throw new Failure('CONFLICT', 'The message was changed meanwhile.', { current: today });
  }

  /** Twice is once. What others wrote is removed by those entitled, with a reason that everybody reads. */
  async remove(actor: Actor, { messageId, reason = '' }: Parsed<'message.remove'>): Promise<Message> {
    await this.change(actor, messageId, async ({ tx, message, channel }) => {
      if (message.authorId !== actor.personId) {
        if (!rightsIn(actor, channel).moderate) throw forbidden('Only its author removes a message.');
        if (reason === '') throw needsReason();
      }
      await this.removeUnderLock(tx, { message, channel, actor, reason });
    });
    return this.messages.byId(messageId);
  }

  /** What the coordinator decides about a message, in or out of their own channels. `decide` answers whether it is still open. */
  async moderate(
    actor: Actor,
    { messageId, channelId, networkId }: { messageId: string; channelId: string; networkId: string },
    decision: { action: string; reason: string; removes: boolean; decide: (tx: Transaction) => Promise<boolean> },
  ): Promise<void> {
    const { action, reason, removes, decide } = decision;
    await this.database.transaction(async (tx) => {
      await this.journal.lock(tx, [channelId]);
      const [message] = await tx.query<ToChange>(messageToChange, [messageId, channelId]);
      if (!message) throw beingMoved();
      if (!(await decide(tx))) return;
      const channel = { id: channelId, networkId };
      if (removes) await this.removeUnderLock(tx, { message, channel, actor, reason });
      await this.audit.write(tx, { actor, networkId, action, subjectId: messageId, reason });
    });
  }

  private async removeUnderLock(
    tx: Transaction,
    what: { message: ToChange; channel: { id: string; networkId: string }; actor: Actor; reason: string },
  ): Promise<void> {
    const { message, channel, actor, reason } = what;
    if (message.removed) return;
    const own = message.authorId === actor.personId;
    const seq = await this.append(tx, channel.id, 'message.removed', message.id);
    await tx.query(removeText, [message.id, actor.personId, own ? null : reason, seq]);
    for (const trace of removeTraces) await tx.query(trace, [message.id]);
    if (own) return;
    const { networkId } = channel;
    await this.audit.write(tx, { actor, networkId, action: 'message.remove', subjectId: message.id, reason });
  }

  async pin(actor: Actor, { messageId, on }: Parsed<'message.pin'>): Promise<void> {
    await this.change(actor, messageId, async ({ tx, message, channel }) => {
      if (!rightsIn(actor, channel).post) throw forbidden('You may not pin in this channel.');
      if (message.removed) throw new Failure('NOT_FOUND', 'There is nothing here.');
      if (message.pinned === on) return;
      const seq = await this.append(tx, channel.id, 'message.pinned', messageId);
      await tx.query(pin, [messageId, on ? actor.personId : null, seq]);
    });
  }

  /** Set or taken back, never turned over, so that a retry changes nothing. */
  async react(actor: Actor, { messageId, reaction, on }: Parsed<'reaction.set'>): Promise<void> {
    await this.change(actor, messageId, async ({ tx, message, channel }) => {
      if (channel.archived) throw forbidden('The channel is closed.');
      if (message.removed) throw new Failure('NOT_FOUND', 'There is nothing here.');
      const changed = await tx.query(on ? setReaction : clearReaction, [messageId, actor.personId, reaction]);
      if (changed.length === 0) return;
      const seq = await this.append(tx, channel.id, 'reaction.changed', messageId);
      await tx.query(touch, [messageId, seq]);
    });
  }

  private async change<T>(actor: Actor, messageId: string, work: (under: Under) => Promise<T>): Promise<T> {
    const { id: channelId } = await this.messages.readable(actor, messageId);
    return this.database.transaction(async (tx) => {
      await this.journal.lock(tx, [channelId]);
      const channel = await this.channels.readable(actor, channelId, tx);
      const [message] = await tx.query<ToChange>(messageToChange, [messageId, channelId]);
      // Its topic moved to another channel in this very moment: where it is now it may be changed by trying again.
      if (!message) throw beingMoved();
      return work({ tx, message, channel });
    });
  }

  private async append(
    tx: Transaction,
    channelId: string,
    kind: 'message.edited' | 'message.removed' | 'message.pinned' | 'reaction.changed',
    subjectId: string,
  ): Promise<number> {
    const [seq = 0] = await this.journal.append(tx, [{ channelId, kind, subjectId }]);
    return seq;
  }

  /** Whoever is named now and was not before is told. */
  private async mention(tx: Transaction, messageId: string, now: { people: string[]; groups: string[] }) {
    await tx.query(unmentionPeople, [messageId, now.people]);
    await tx.query(unmentionGroups, [messageId, now.groups]);
    const people = await tx.query(mentionPeople, [messageId, now.people]);
    const groups = await tx.query(mentionGroups, [messageId, now.groups]);
    if (people.length + groups.length > 0) await tx.promise(messageMentioned.topic, [{ messageId }]);
  }
}

const beingMoved = () => new Failure('UNAVAILABLE', 'The message is being moved; try again.');
const forbidden = (sentence: string) => new Failure('FORBIDDEN', sentence);

function needsReason(): Failure {
  return new Failure('INVALID', 'Say why.', { fields: [{ path: 'reason', problem: 'required' }] });
}
