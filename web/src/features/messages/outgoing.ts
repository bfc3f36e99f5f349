/**
 * What its writer sees of messages on their way. An item leaves the outbox when the hub acknowledged it, a moment
 * before or after it comes back as an event; here it stays, as `sent`, until the event has been told, so that the
 * message never disappears in between.
 */
import type { Outbox, Pending } from '@hub/client';
import type { HubEvent } from '@hub/contracts';

export interface Outgoing extends Omit<Pending, 'state'> {
  state: Pending['state'] | 'sent';
}

type Source = Pick<Outbox, 'list' | 'subscribe' | 'discard'>;

export class OutgoingList {
  private items: readonly Outgoing[];
  private readonly deleted = new Set<string>();
  private readonly listeners = new Set<() => void>();

  constructor(private readonly outbox: Source) {
    this.items = outbox.list();
    outbox.subscribe(() => this.follow());
  }

  /** The same array until something changes. */
  list = (): readonly Outgoing[] => this.items;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Takes a message back before it is sent. */
  async discard(clientId: string): Promise<void> {
    this.deleted.add(clientId);
    await this.outbox.discard(clientId);
    this.follow();
  }

  /** To be called once the events have reached what is shown. */
  told(events: readonly HubEvent[]): void {
    const arrived = new Set(events.flatMap((event) => (event.kind === 'message.sent' ? [event.message.clientId] : [])));
    const left = this.items.filter((item) => item.state !== 'sent' || !arrived.has(item.input.clientId));
    if (left.length !== this.items.length) this.change(left);
  }

  /** Everything is being loaded afresh, and what was acknowledged comes with it. */
  forgetSent(): void {
    this.change(this.items.filter((item) => item.state !== 'sent'));
  }

  private follow(): void {
    const pending = this.outbox.list();
    const there = new Set(pending.map((item) => item.input.clientId));
    const sent = this.items
      .filter(({ input }) => !there.has(input.clientId) && !this.deleted.has(input.clientId))
      .map((item): Outgoing => (item.state === 'sent' ? item : { ...item, state: 'sent' }));
    this.change([...sent, ...pending]);
  }

  private change(items: readonly Outgoing[]): void {
    this.items = items;
    for (const listener of this.listeners) listener();
  }
}
