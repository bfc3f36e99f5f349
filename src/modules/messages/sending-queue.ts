/**
 * What waits to be stored. All channels share one statement at a time, so that many small rooms cost little more than
 * one large; a channel whose row somebody else holds waits by itself and nobody else with it.
 */
export interface Queued {
  draft: { channelId: string; authorId: string; clientId: string };
}

/** Settles each of them but those it returns, which found their channel held; if it is patient it waits and returns none. */
type Store<T> = (batch: T[], how: { patient: boolean }) => Promise<T[]>;

const largestBatch = 64;

export class SendingQueue<T extends Queued> {
  private waiting: T[] = [];
  private isDraining = false;
  private readonly held = new Map<string, T[]>();

  constructor(private readonly store: Store<T>) {}

  /** What comes within a turn of the event loop leaves together. */
  add(one: T): void {
    const held = this.held.get(one.draft.channelId);
    if (held) {
      held.push(one);
      return;
    }
    this.waiting.push(one);
    if (this.isDraining) return;
    this.isDraining = true;
    setImmediate(() => void this.drain());
  }

  /** Whatever comes while a statement is on its way goes into the next. */
  private async drain(): Promise<void> {
    while (this.waiting.length > 0) this.hold(await this.store(take(this.waiting), { patient: false }));
    this.isDraining = false;
  }

  private hold(busy: T[]): void {
    for (const channelId of new Set(busy.map(({ draft }) => draft.channelId))) {
      const isOfIt = ({ draft }: T) => draft.channelId === channelId;
      this.held.set(channelId, [...busy.filter(isOfIt), ...this.waiting.filter(isOfIt)]);
      this.waiting = this.waiting.filter((one) => !isOfIt(one));
      void this.drainHeld(channelId);
    }
  }

  private async drainHeld(channelId: string): Promise<void> {
    const held = this.held.get(channelId) ?? [];
    while (held.length > 0) await this.store(take(held), { patient: true });
    this.held.delete(channelId);
  }
}

/** Takes the oldest out; a second try of a message stays until the first is answered. */
function take<T extends Queued>(waiting: T[]): T[] {
  const batch = new Map<string, T>();
  const later: T[] = [];
  for (const one of waiting) {
    const key = one.draft.authorId + one.draft.clientId;
    if (batch.size < largestBatch && !batch.has(key)) batch.set(key, one);
    else later.push(one);
  }
  waiting.splice(0, waiting.length, ...later);
  return [...batch.values()];
}
