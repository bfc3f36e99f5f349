/**
 * Messages that their author removes: for a while the removal can be undone, because the hub has not heard of it yet.
 * It goes on while its author reads elsewhere, and happens at once when the page goes.
 */
export const undoMs = 8_000;

export type Removal = 'undoable' | 'sent';

export class Removals {
  private removing: ReadonlyMap<string, Removal> = new Map();
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly remove: (messageId: string) => Promise<unknown>,
    private readonly failed: (error: unknown) => void,
  ) {}

  /** The same map until something changes. */
  list = (): ReadonlyMap<string, Removal> => this.removing;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  begin(messageId: string): void {
    if (this.removing.has(messageId)) return;
    this.timers.set(
      messageId,
      setTimeout(() => this.carryOut(messageId), undoMs),
    );
    this.change((removing) => removing.set(messageId, 'undoable'));
  }

  undo(messageId: string): void {
    if (this.removing.get(messageId) !== 'undoable') return;
    clearTimeout(this.timers.get(messageId));
    this.timers.delete(messageId);
    this.change((removing) => removing.delete(messageId));
  }

  /** Carries out everything that waits. */
  finish(): void {
    for (const messageId of this.timers.keys()) this.carryOut(messageId);
  }

  private carryOut(messageId: string): void {
    clearTimeout(this.timers.get(messageId));
    this.timers.delete(messageId);
    this.change((removing) => removing.set(messageId, 'sent'));
    this.remove(messageId)
      .catch(this.failed)
      .finally(() => this.change((removing) => removing.delete(messageId)));
  }

  private change(work: (removing: Map<string, Removal>) => void): void {
    const removing = new Map(this.removing);
    work(removing);
    this.removing = removing;
    for (const listener of this.listeners) listener();
  }
}
