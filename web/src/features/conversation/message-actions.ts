/** What a reader does with messages that are there. What is shown at once is put right by the event that follows. */
import type { Hub } from '@hub/client';
import type { Message, PersonRef, Reaction } from '@hub/contracts';
import type { ConversationCache } from '../messages';
import { withReaction } from './reactions';
import { Removals } from './removals';

export class MessageActions {
  /** One's own messages on their way out. */
  readonly removals: Removals;
  private readonly failureListeners = new Set<(error: unknown) => void>();

  constructor(
    private readonly hub: Hub,
    private readonly cache: ConversationCache,
  ) {
    this.removals = new Removals(
      (messageId) => this.remove(messageId),
      (error) => this.failed(error),
    );
    // Whoever leaves the page has decided.
    addEventListener('pagehide', () => this.removals.finish());
  }

  /** Told what could not be done; what was shown meanwhile is taken back. */
  onFailure(listener: (error: unknown) => void): () => void {
    this.failureListeners.add(listener);
    return () => this.failureListeners.delete(listener);
  }

  react(message: Message, person: PersonRef, reaction: Reaction, on: boolean): void {
    const show = (set: boolean) =>
      this.cache.show(message.topicId, message.id, (shown) => withReaction(shown, person, reaction, set));
    show(on);
    this.hub.call('reaction.set', { messageId: message.id, reaction, on }).catch((error: unknown) => {
      show(!on);
      this.failed(error);
    });
  }

  pin(message: Message, on: boolean): void {
    this.hub.call('message.pin', { messageId: message.id, on }).catch((error: unknown) => this.failed(error));
  }

  /** Rejects with CONFLICT, and today's message in its details, where `baseVersion` is not today's. */
  async edit(message: Message, baseVersion: number, text: { body: string; language?: string }): Promise<void> {
    this.take(await this.hub.call('message.edit', { messageId: message.id, baseVersion, ...text }));
  }

  /** What others wrote is removed with a reason. */
  async remove(messageId: string, reason?: string): Promise<void> {
    this.take(await this.hub.call('message.remove', { messageId, reason }));
  }

  /** Everything from `message` on is to be unread again: the next epoch, which wins on every device. */
  async markUnread({ topicId, seq }: Message, epoch: number): Promise<void> {
    const reading = await this.hub.call('read.move', { topicId, epoch: epoch + 1, seq: seq - 1 });
    this.cache.showReading(topicId, reading);
  }

  private take(message: Message): void {
    this.cache.show(message.topicId, message.id, (shown) => (shown.changedSeq < message.changedSeq ? message : shown));
  }

  private failed(error: unknown): void {
    for (const listener of this.failureListeners) listener(error);
  }
}

const made = new WeakMap<ConversationCache, MessageActions>();

/** One for each connection. */
export function messageActions(hub: Hub, cache: ConversationCache): MessageActions {
  const known = made.get(cache);
  if (known) return known;
  const actions = new MessageActions(hub, cache);
  made.set(cache, actions);
  return actions;
}
