/**
 * Messages on their way. An item is stored before it is shown and leaves only when the hub acknowledged it, when it
 * came back as an event, or when its writer discards it. One goes at a time, in the order written.
 */
import type { FailureBody, SendMessage, SentMessage } from '@hub/contracts';
import { Failure } from '@hub/contracts/failure';
import { v7 as uuidv7 } from 'uuid';

export interface Pending {
  input: SendMessage;
  /** `waiting` for a connection, `sending`, or `refused` for good with the text kept. */
  state: 'waiting' | 'sending' | 'refused';
  failure?: FailureBody;
  writtenAt: string;
}

/** Where items survive a reload. Items come back in the order they were put. */
export interface OutboxStore {
  load(): Promise<Pending[]>;
  put(item: Pending): Promise<void>;
  remove(clientId: string): Promise<void>;
}

/** Refusals that will not change by trying again with the same text. */
const definite: ReadonlySet<string> = new Set(['INVALID', 'FORBIDDEN', 'NOT_FOUND', 'CONFLICT', 'TOO_LARGE']);
const longestPauseMs = 60_000;

export class Outbox {
  private items: readonly Pending[] = [];
  private readonly listeners = new Set<() => void>();
  private running = false;
  private open = false;
  private pause: ReturnType<typeof setTimeout> | undefined;
  private attempt = 0;

  constructor(
    private readonly deliver: (input: SendMessage) => Promise<SentMessage>,
    private readonly store?: OutboxStore,
  ) {}

  /** Brings back what an earlier page left. */
  async restore(): Promise<void> {
    const stored = (await this.kept(this.store?.load())) ?? [];
    const known = new Set(this.items.map((item) => item.input.clientId));
    this.change([...stored.filter((item) => !known.has(item.input.clientId)), ...this.items]);
    void this.run();
  }

  /** The same array until something changes. */
  list = (): readonly Pending[] => this.items;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Resolves when the message is stored on this device; sending goes on by itself. */
  async add(draft: Omit<SendMessage, 'clientId'>): Promise<Pending> {
    const item: Pending = {
      input: { ...draft, clientId: uuidv7() },
      state: 'waiting',
      writtenAt: new Date().toISOString(),
    };
    this.change([...this.items, item]);
    await this.kept(this.store?.put(item));
    void this.run();
    return item;
  }

  retry(clientId: string): void {
    this.set(clientId, { state: 'waiting', failure: undefined });
    void this.run();
  }

  async discard(clientId: string): Promise<void> {
    this.change(this.items.filter((item) => item.input.clientId !== clientId));
    await this.kept(this.store?.remove(clientId));
  }

  /** Whether a try makes sense now. Opening tries at once. */
  connected(open: boolean): void {
    this.open = open;
    if (!open) return;
    this.attempt = 0;
    clearTimeout(this.pause);
    this.pause = undefined;
    void this.run();
  }

  private async run(): Promise<void> {
    if (this.running || !this.open || this.pause !== undefined) return;
    this.running = true;
    try {
      for (let item = this.next(); item && this.open; item = this.next()) {
        if (!(await this.try(item))) break;
      }
    } finally {
      this.running = false;
    }
  }

  private next(): Pending | undefined {
    return this.items.find((item) => item.state !== 'refused');
  }

  /** True when the next item may follow at once. */
  private async try({ input }: Pending): Promise<boolean> {
    this.set(input.clientId, { state: 'sending' });
    try {
      await this.deliver(input);
      this.attempt = 0;
      await this.discard(input.clientId);
      return true;
    } catch (error) {
      const failure = error instanceof Failure ? error : new Failure('UNAVAILABLE', String(error));
      if (definite.has(failure.code)) {
        const body = { code: failure.code, message: failure.message, ...failure.details };
        this.set(input.clientId, { state: 'refused', failure: body });
        const refused = this.items.find((item) => item.input.clientId === input.clientId);
        if (refused) await this.kept(this.store?.put(refused));
        return true;
      }
      this.set(input.clientId, { state: 'waiting' });
      this.later();
      return false;
    }
  }

  private later(): void {
    const bound = Math.min(longestPauseMs, 1000 * 2 ** this.attempt++);
    this.pause = setTimeout(() => {
      this.pause = undefined;
      void this.run();
    }, Math.random() * bound);
  }

  /** A device that cannot keep anything (private mode, no room) still sends. */
  private async kept<T>(work: Promise<T> | undefined): Promise<T | undefined> {
    try {
      return await work;
    } catch {
      return undefined;
    }
  }

  private set(clientId: string, change: Partial<Pending>): void {
    this.change(this.items.map((item) => (item.input.clientId === clientId ? { ...item, ...change } : item)));
  }

  private change(items: readonly Pending[]): void {
    this.items = items;
    for (const listener of this.listeners) listener();
  }
}
