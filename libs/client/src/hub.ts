/**
 * A person's live connection to the hub, for browsers, tests and programs alike. Events arrive once and in order:
 * after a lost connection it asks for what it missed, and a gap is fetched before anything beyond it is told.
 */
import type { ChannelEvent, HubEvent, Input, Output, Reply, UserEvent } from '@hub/contracts';
import { Failure } from '@hub/contracts/failure';
import { apiPrefix, commandNames, type CommandName, type RouteName } from '@hub/contracts/paths';
import { io, type Socket } from 'socket.io-client';
import { caller, failureOf, type Call, type CallOptions } from './call.js';
import { Cursors } from './cursors.js';
import { Outbox, type OutboxStore } from './outbox.js';

export type ConnectionState = 'connecting' | 'online' | 'offline' | 'ended';

export interface HubOptions extends CallOptions {
  outboxStore?: OutboxStore;
  /** How long an answer over the socket may take before its outcome counts as unknown, ms. */
  ackTimeoutMs?: number;
}

const gapPatienceMs = 300;
const longestGapPauseMs = 10_000;
/** Characters of a command's input; each may take four bytes of the 128 KB that the hub takes at once. */
const longestCommand = 30_000;
/** Channels asked about in one command. */
const resumedAtOnce = 200;
const refusedPauseMs = 3_000;

export class Hub {
  readonly call: Call;
  readonly outbox: Outbox;
  private readonly socket: Socket;
  private readonly cursors = new Cursors((channelId) => this.closeGap(channelId));
  private readonly eventListeners = new Set<(events: HubEvent[]) => void>();
  private readonly stateListeners = new Set<() => void>();
  private readonly resetListeners = new Set<() => void>();
  private connection: ConnectionState = 'connecting';
  private userSeq: number | null = null;
  /** Own events that came while it was asked what came before them. */
  private ahead: UserEvent[] | undefined;

  constructor(private readonly options: HubOptions) {
    const http = caller(options);
    this.call = ((name: RouteName, input: never) =>
      this.socket.connected && isCommand(name) ? this.command(name, input) : http(name, input)) as Call;
    this.outbox = new Outbox((input) => this.call('message.send', input), options.outboxStore);
    this.socket = io(options.origin || undefined, {
      path: `${apiPrefix}/live`,
      transports: ['websocket'],
      autoConnect: false,
      forceNew: true,
      reconnectionDelay: 500,
      reconnectionDelayMax: 10_000,
      ...(options.headers && { extraHeaders: options.headers }),
    });
    this.socket.on('connect', () => void this.resume());
    this.socket.on('disconnect', () => this.setState(this.socket.active ? 'offline' : 'ended'));
    this.socket.on('connect_error', (error) => this.refused(error));
    this.socket.on('events', (events: HubEvent[]) => this.take(events));
  }

  connect(): void {
    void this.outbox.restore();
    this.socket.connect();
  }

  close(): void {
    this.outbox.connected(false);
    this.socket.close();
  }

  /** `ended` means the session is over: reconnecting will not help. */
  state = (): ConnectionState => this.connection;

  onState = (listener: () => void): (() => void) => listen(this.stateListeners, listener);

  onEvents(listener: (events: HubEvent[]) => void): () => void {
    return listen(this.eventListeners, listener);
  }

  /** Told when what was loaded can no longer be brought up to date by events: load it afresh. */
  onReset(listener: () => void): () => void {
    return listen(this.resetListeners, listener);
  }

  /** A channel was loaded up to `seq`; from here on its events are kept without holes. */
  follow(channelId: string, seq: number): void {
    this.cursors.follow(channelId, seq);
  }

  private async command<N extends CommandName>(name: N, input: Input<N>): Promise<Output<N>> {
    // A longer frame would cut the connection instead of being answered.
    if (JSON.stringify(input).length > longestCommand) throw new Failure('TOO_LARGE', 'The request is too large.');
    let reply: Reply<Output<N>>;
    try {
      reply = (await this.socket.timeout(this.options.ackTimeoutMs ?? 10_000).emitWithAck(name, input)) as Reply<
        Output<N>
      >;
    } catch {
      throw new Failure('UNAVAILABLE', 'The hub gave no answer in time.');
    }
    if (reply.ok) return reply.data;
    throw failureOf(reply.error);
  }

  /** Rooms were joined before the connection opened, so what is asked for here and what arrives meanwhile overlap. */
  private async resume(): Promise<void> {
    if (this.ahead) return;
    this.ahead = [];
    try {
      const all = this.cursors.all();
      do {
        const answer = await this.command('sync.resume', {
          userSeq: this.userSeq,
          channels: all.splice(0, resumedAtOnce),
        });
        for (const channelId of answer.gone) this.cursors.forget(channelId);
        if (answer.reset || answer.channels.some((channel) => channel.reset)) this.reset(answer);
        if (answer.reset) this.userSeq = answer.userSeq;
        this.tell(answer.userEvents.filter((event) => this.isNews(event)));
        // Beyond the last event told: what concerns something the person may no longer see is left out.
        this.userSeq = Math.max(this.userSeq ?? 0, answer.userSeq);
        for (const channel of answer.channels) {
          this.tell(this.cursors.admit(channel.events));
          if (channel.more) await this.backfill(channel.channelId);
        }
      } while (all.length > 0);
      const came = this.ahead.filter((event) => this.isNews(event));
      this.ahead = undefined;
      this.tell(came);
      this.setState('online');
      this.outbox.connected(true);
    } catch {
      this.ahead = undefined;
      if (this.socket.connected) setTimeout(() => this.socket.connected && void this.resume(), 1000);
    }
  }

  /** A refusal by the hub stops socket.io's own retries, though one that only could not be decided is worth another try. */
  private refused(error: Error & { data?: { code?: string } }): void {
    const undecided = !this.socket.active && error.data?.code === 'UNAVAILABLE';
    if (undecided) setTimeout(() => this.connection === 'offline' && this.socket.connect(), refusedPauseMs);
    this.setState(this.socket.active || undecided ? 'offline' : 'ended');
  }

  private reset(answer: Output<'sync.resume'>): void {
    for (const { channelId, reset, head } of answer.channels) {
      if (!reset) continue;
      this.cursors.forget(channelId);
      this.cursors.follow(channelId, head);
    }
    for (const listener of this.resetListeners) listener();
  }

  /** Goes on asking until the gap is closed: what lies beyond it is told to nobody before. */
  private closeGap(channelId: string, pauseMs = gapPatienceMs): void {
    setTimeout(() => {
      if (!this.cursors.hasGap(channelId) || !this.socket.connected) return;
      this.backfill(channelId).then(
        () => this.cursors.hasGap(channelId) && this.closeGap(channelId, longestGapPauseMs),
        () => this.closeGap(channelId, Math.min(2 * pauseMs, longestGapPauseMs)),
      );
    }, pauseMs);
  }

  private async backfill(channelId: string): Promise<void> {
    for (;;) {
      const after = this.cursors.at(channelId);
      if (after === undefined) return;
      const answer = await this.call('sync.backfill', { channelId, after });
      this.tell(this.cursors.admit(answer.events));
      if (!answer.more || this.cursors.at(channelId) === after) return;
    }
  }

  private take(events: HubEvent[]): void {
    const ready = events.flatMap((event): HubEvent[] => {
      if ('seq' in event) return this.cursors.admit([event]);
      if (!('userSeq' in event)) return [event];
      if (this.ahead) {
        this.ahead.push(event);
        return [];
      }
      if (this.userSeq !== null && event.userSeq > this.userSeq + 1) {
        void this.resume();
        return [];
      }
      return this.isNews(event) ? [event] : [];
    });
    this.tell(ready);
  }

  private isNews(event: UserEvent): boolean {
    if (this.userSeq !== null && event.userSeq <= this.userSeq) return false;
    this.userSeq = event.userSeq;
    return true;
  }

  private tell(events: (HubEvent | ChannelEvent)[]): void {
    if (events.length === 0) return;
    const mine = new Set(this.outbox.list().map((item) => item.input.clientId));
    for (const event of events)
      if (event.kind === 'message.sent' && mine.has(event.message.clientId))
        void this.outbox.discard(event.message.clientId);
    for (const listener of this.eventListeners) listener(events);
  }

  private setState(state: ConnectionState): void {
    if (state !== 'online') this.outbox.connected(false);
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
