/**
 * A person's live connection to the hub, for browsers, tests and programs alike. Events arrive once and in order:
 * after a lost connection it asks for what it missed, and a gap is fetched before anything beyond it is told. Where no
 * socket can be had, commands go over HTTP and events are asked for.
 */
import type { HubEvent, SendMessage, SentMessage, Since } from '@hub/contracts';
import { Failure } from '@hub/contracts/failure';
import { commandNames, type CommandName } from '@hub/contracts/often';
import type { RouteName } from '@hub/contracts/paths';
import { caller, type Call } from './call.js';
import { Line, type LineOptions } from './line.js';
import { Outbox, type OutboxStore } from './outbox.js';
import { isHidden, Polling } from './polling.js';
import { Sync, type SyncListener } from './sync.js';
import { reduceReadings, type Reader } from './topics.js';
import { Typing } from './typing.js';

export type ConnectionState = 'connecting' | 'online' | 'offline' | 'ended';

export interface HubOptions extends LineOptions {
  outboxStore?: OutboxStore;
  /** Where events ended before anything was loaded, as the session says: from there on they are told. */
  since?: Since | null;
}

/** How long, or how many times, a socket is tried before asking over HTTP. */
const patienceMs = 8_000;
const patientTries = 3;
const retryMs = 1_000;

export class Hub {
  readonly call: Call;
  readonly outbox: Outbox;
  private readonly http: Call;
  private readonly line: Line;
  private readonly sync: Sync;
  private readonly polling = new Polling(() => this.refresh());
  private readonly writing = new Typing((topicId, typing) => this.tellTyping(topicId, typing));
  private readonly eventListeners = new Set<(events: HubEvent[]) => void>();
  private readonly stateListeners = new Set<() => void>();
  private readonly resetListeners = new Set<(channelId?: string) => void>();
  private connection: ConnectionState = 'connecting';
  private told: Reader;
  private patience: ReturnType<typeof setTimeout> | undefined;
  private retry: ReturnType<typeof setTimeout> | undefined;
  /** The session may have become somebody else's since this connection was made. */
  private unsure = false;

  constructor(private readonly options: HubOptions) {
    this.http = caller(options);
    this.told = { me: options.personId ?? '', readings: {} };
    this.call = ((name: RouteName, input: never) => this.carry(name, input)) as Call;
    this.outbox = new Outbox({
      deliver: (input) => this.deliver(input),
      store: options.outboxStore,
      personId: options.personId,
    });
    const listener: SyncListener = {
      told: (events) => this.tell(events),
      reset: (channelId) => this.resetListeners.forEach((listener) => listener(channelId)),
      isOpen: () => this.line.connected || this.connection === 'online',
    };
    const { userSeq = null, streams = [] } = options.since ?? {};
    this.sync = new Sync(this.call, listener, userSeq);
    for (const { channelId, seq } of streams) this.sync.follow(channelId, seq);
    this.line = new Line(options, {
      up: () => this.up(),
      down: (tries) => this.down(tries),
      refused: () => this.close(),
      events: (events) => this.sync.take(events),
    });
  }

  connect(): void {
    this.setState('connecting');
    void this.outbox.restore();
    this.listenToDevice(true);
    this.line.open();
    this.bePatient();
  }

  close(): void {
    clearTimeout(this.patience);
    clearTimeout(this.retry);
    this.polling.stop();
    this.listenToDevice(false);
    this.line.close();
    this.outbox.close();
    this.setState('ended');
  }

  /** `ended` means the session is over: reconnecting will not help. */
  state = (): ConnectionState => this.connection;

  onState = (listener: () => void): (() => void) => listen(this.stateListeners, listener);

  /** `polling` where no socket can be had: events come a few seconds late. */
  transport = (): 'socket' | 'polling' => (this.polling.active ? 'polling' : 'socket');

  onEvents(listener: (events: HubEvent[]) => void): () => void {
    return listen(this.eventListeners, listener);
  }

  /**
   * Told when what was loaded, of one channel or of everything, can no longer be brought up to date by events: load it
   * afresh.
   */
  onReset(listener: (channelId?: string) => void): () => void {
    return listen(this.resetListeners, listener);
  }

  /** A channel was loaded as it was at `seq`; from here on its events are told without holes. */
  follow(channelId: string, seq: number): void {
    this.sync.follow(channelId, seq);
  }

  /** The device has a network again, or somebody looks at the page again: whatever waits is tried at once. */
  wake = (): void => {
    if (this.connection === 'ended' || isHidden()) return;
    this.outbox.again();
    if (!this.line.connected) {
      this.line.open();
      this.polling.hurry();
    } else if (this.line.isSilent) void this.refresh();
  };

  /** Whose connection it is and what was told of how far they have read, as the reducers want it. */
  reader = (): Reader => this.told;

  /** To be called with every letter, and with false when the writer has given up. */
  typing(topicId: string, typing: boolean): void {
    this.writing.set(topicId, typing);
  }

  private async carry(name: RouteName, input: never): Promise<unknown> {
    if (this.line.connected && isCommand(name)) return this.line.ask(name, input);
    const answer = await this.http(name, input);
    if (isCommand(name) && !name.startsWith('sync.')) this.polling.hurry();
    return answer;
  }

  private async deliver(input: SendMessage): Promise<SentMessage> {
    if (!this.line.connected) await this.verify();
    if (input.topicId !== undefined) this.typing(input.topicId, false);
    return this.call('message.send', input);
  }

  private up(): void {
    clearTimeout(this.patience);
    this.patience = undefined;
    this.polling.stop();
    this.outbox.connected(false);
    void this.refresh();
  }

  private down(tries: number): void {
    this.unsure = true;
    if (this.polling.active) return;
    this.setState('offline');
    this.bePatient();
    if (tries >= patientTries) this.poll();
  }

  private bePatient(): void {
    this.patience ??= setTimeout(() => this.poll(), patienceMs);
  }

  private poll(): void {
    if (!this.polling.active && !this.line.connected) this.polling.start();
  }

  /** Rooms were joined before the connection opened, so what is asked for here and what arrives meanwhile overlap. */
  private async refresh(): Promise<void> {
    clearTimeout(this.retry);
    try {
      await this.verify();
      await this.sync.resume();
    } catch (error) {
      this.failed(error as Failure);
      return;
    }
    if (this.connection === 'ended') return;
    this.line.isSpare(!this.line.connected);
    this.setState('online');
  }

  private failed({ code }: Failure): void {
    if (this.connection === 'ended') return;
    if (code === 'UNAUTHENTICATED') return this.close();
    this.line.isSpare(false);
    if (!this.line.connected) return this.setState('offline');
    if (this.line.isSilent) this.line.cut();
    else this.retry = setTimeout(() => void this.refresh(), retryMs * (1 + Math.random()));
  }

  /** Nothing is asked or sent in a session that is somebody else's by now. */
  private async verify(): Promise<void> {
    const { personId } = this.options;
    if (personId === undefined || (this.line.connected && !this.unsure)) return;
    const { person } = await this.http('session.read', {});
    if (person?.id !== personId) throw new Failure('UNAUTHENTICATED', 'The session is over.');
    this.unsure = false;
  }

  private tell(events: HubEvent[]): void {
    const mine = new Set(this.outbox.list().map((item) => item.input.clientId));
    for (const event of events) {
      if (event.kind === 'message.sent' && mine.has(event.message.clientId))
        void this.outbox.discard(event.message.clientId);
      this.told = { ...this.told, readings: reduceReadings(this.told.readings, event) };
    }
    for (const listener of this.eventListeners)
      try {
        listener(events);
      } catch (error) {
        // The others hear it all the same; the error is reported like any that nobody catches.
        queueMicrotask(() => {
          throw error;
        });
      }
  }

  private tellTyping(topicId: string, typing: boolean): void {
    if (this.line.connected) this.line.ask('typing.set', { topicId, typing }).catch(() => undefined);
  }

  private listenToDevice(on: boolean): void {
    if (typeof document === 'undefined') return;
    const change = on ? 'addEventListener' : 'removeEventListener';
    window[change]('online', this.wake);
    document[change]('visibilitychange', this.wake);
  }

  private setState(state: ConnectionState): void {
    this.outbox.connected(state === 'online');
    if (state === this.connection) return;
    this.connection = state;
    for (const listener of this.stateListeners) listener();
  }
}

function isCommand(name: RouteName): name is CommandName {
  return (commandNames as readonly string[]).includes(name);
}

function listen<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
