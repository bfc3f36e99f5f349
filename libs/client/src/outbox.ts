/**
 * Messages on their way. An item is stored before it is shown and leaves only when the hub acknowledged it, when it
 * came back as an event, or when its writer discards it. One goes at a time, in the order written, and only under the
 * name of who wrote it.
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
  /** Who wrote it, where the outbox knows. */
  personId?: string;
}

export type OutboxChange = { put: Pending } | { drop: string };

/** Where items survive a reload. */
export interface OutboxStore {
  load(): Promise<Pending[]>;
  put(item: Pending): Promise<void>;
  remove(clientId: string): Promise<void>;
  /** The pages that have this one store, where there may be several. */
  pages?: Pages;
}

/** Tells each page what the others do; one of them leads, which is the one that sends. */
export interface Pages {
  open(page: { heard: (change: OutboxChange) => void; leads: (leads: boolean) => void }): {
    tell(change: OutboxChange): void;
    /** Makes this page the one that leads. */
    lead(): void;
    close(): void;
  };
}

export interface OutboxOptions {
  deliver: (input: SendMessage) => Promise<SentMessage>;
  store?: OutboxStore;
  /** Only what this person wrote is sent. */
  personId?: string;
}

/** Refusals that will not change by trying again with the same text. */
const definite: ReadonlySet<string> = new Set(['INVALID', 'FORBIDDEN', 'NOT_FOUND', 'CONFLICT', 'TOO_LARGE']);
const longestPauseMs = 60_000;

export class Outbox {
  private items: readonly Pending[] = [];
  private readonly listeners = new Set<() => void>();
  private readonly store: OutboxStore | undefined;
  private pages: ReturnType<Pages['open']> | undefined;
  private leads = true;
  private running = false;
  private open = false;
  private pause: ReturnType<typeof setTimeout> | undefined;
  private attempt = 0;

  constructor(private readonly options: OutboxOptions) {
    this.store = options.store;
  }

  /** Brings back what an earlier page left. */
  async restore(): Promise<void> {
    if (this.store?.pages && !this.pages) {
      this.leads = false;
      this.pages = this.store.pages.open({
        heard: (change) => this.show(change),
        leads: (leads) => {
          this.leads = leads;
          if (leads) void this.load();
        },
      });
    }
    await this.load();
  }

  /** Tells the other pages nothing more, and lets one of them send. */
  close(): void {
    this.connected(false);
    this.pages?.close();
    this.pages = undefined;
  }

  /** The same array until something changes. */
  list = (): readonly Pending[] => this.items;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** How many messages would be lost by `empty`. */
  leaving(): number {
    return this.items.length;
  }

  /** At sign-out: nothing of what somebody wrote stays on this device. */
  async empty(): Promise<void> {
    this.connected(false);
    await Promise.all(this.items.map((item) => this.discard(item.input.clientId)));
  }

  /** Resolves when the message is stored on this device; sending goes on by itself. */
  async add(draft: Omit<SendMessage, 'clientId'>): Promise<Pending> {
    const item: Pending = {
      input: { ...draft, clientId: uuidv7() },
      state: 'waiting',
      writtenAt: new Date().toISOString(),
      ...(this.options.personId !== undefined && { personId: this.options.personId }),
    };
    await this.keep(item);
    this.lead();
    return item;
  }

  retry(clientId: string): void {
    const item = this.find(clientId);
    if (!item) return;
    const { failure: _, ...rest } = item;
    void this.keep({ ...rest, state: 'waiting' });
    this.lead();
  }

  async discard(clientId: string): Promise<void> {
    this.change({ drop: clientId });
    await this.kept(this.store?.remove(clientId));
  }

  /** Whether a try makes sense now. Opening tries at once. */
  connected(open: boolean): void {
    this.open = open;
    if (open) this.again();
  }

  /** Tries at once what waits for its next try. */
  again(): void {
    this.attempt = 0;
    clearTimeout(this.pause);
    this.pause = undefined;
    void this.run();
  }

  private async load(): Promise<void> {
    const stored = (await this.kept(this.store?.load())) ?? [];
    for (const item of stored)
      // What another page was just sending is this page's to send once it leads.
      if (this.leads || !this.find(item.input.clientId))
        this.show({ put: item.state === 'sending' ? { ...item, state: 'waiting' } : item });
    void this.run();
  }

  private lead(): void {
    if (this.leads) void this.run();
    else this.pages?.lead();
  }

  private async run(): Promise<void> {
    if (this.running) return;
    this.running = true;
    try {
      for (let item = this.next(); item; item = this.next()) await this.try(item);
    } finally {
      this.running = false;
    }
  }

  private next(): Pending | undefined {
    if (!this.open || !this.leads || this.pause !== undefined) return undefined;
    const { personId } = this.options;
    return this.items.find((item) => item.state !== 'refused' && (item.personId ?? personId) === personId);
  }

  private async try(item: Pending): Promise<void> {
    const { clientId } = item.input;
    this.change({ put: { ...item, state: 'sending' } });
    try {
      await this.options.deliver(item.input);
      this.attempt = 0;
      await this.discard(clientId);
    } catch (error) {
      const failure = error instanceof Failure ? error : new Failure('UNAVAILABLE', String(error));
      if (!this.find(clientId)) return;
      if (definite.has(failure.code)) {
        const body = { code: failure.code, message: failure.message, ...failure.details };
        await this.keep({ ...item, state: 'refused', failure: body });
      } else {
        this.change({ put: { ...item, state: 'waiting' } });
        this.later();
      }
    }
  }

  private later(): void {
    const bound = Math.min(longestPauseMs, 1000 * 2 ** this.attempt++);
    this.pause = setTimeout(() => {
      this.pause = undefined;
      void this.run();
    }, Math.random() * bound);
  }

  private find(clientId: string): Pending | undefined {
    return this.items.find((item) => item.input.clientId === clientId);
  }

  private async keep(item: Pending): Promise<void> {
    this.change({ put: item });
    await this.kept(this.store?.put(item));
  }

  /** A device that cannot keep anything (private mode, no room) still sends. */
  private async kept<T>(work: Promise<T> | undefined): Promise<T | undefined> {
    try {
      return await work;
    } catch {
      return undefined;
    }
  }

  private change(change: OutboxChange): void {
    this.show(change);
    this.pages?.tell(change);
  }

  /** Items stand in the order of writing, which is that of their clientIds: they are UUIDv7. */
  private show(change: OutboxChange): void {
    const clientId = 'put' in change ? change.put.input.clientId : change.drop;
    const others = this.items.filter((item) => item.input.clientId !== clientId);
    const items = 'put' in change ? [...others, change.put] : others;
    this.items = items.sort((a, b) => (a.input.clientId < b.input.clientId ? -1 : 1));
    for (const listener of this.listeners) listener();
  }
}
