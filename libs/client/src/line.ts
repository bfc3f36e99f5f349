/** The socket to the hub: opened again after every loss, soon and with full jitter, until the hub refuses it. */
import type { HubEvent, Input, Output, Reply } from '@hub/contracts';
import { Failure } from '@hub/contracts/failure';
import { apiPrefix, type CommandName } from '@hub/contracts/often';
import { io, type Socket } from 'socket.io-client';
import { failureOf, type CallOptions } from './call.js';

export interface LineListener {
  up(): void;
  /** Lost, or not to be had for so many times; it is tried again. */
  down(tries: number): void;
  /** The hub lets nobody in with this session. */
  refused(): void;
  events(events: HubEvent[]): void;
}

export interface LineOptions extends CallOptions {
  /** How long an answer over the socket may take before its outcome counts as unknown, ms. */
  ackTimeoutMs?: number;
  /** Who is signed in when the connection is made: it ends when the session becomes somebody else's. */
  personId?: string;
}

/** Characters of a command's input; each may take four bytes of the 128 KB that the hub takes at once. */
const longestCommand = 30_000;
const firstPauseMs = 500;
const longestPauseMs = 5_000;
/** While there is another way to the hub: two seconds at first, and then seldom. */
const longestSparePauseMs = 60_000;
const firstSpareTry = 2;
const openTimeoutMs = 8_000;
/** The hub's pings come more often than this. */
const longestSilenceMs = 30_000;

export class Line {
  private readonly socket: Socket;
  private wanted = false;
  private spare = false;
  private tries = 0;
  private upAt = 0;
  private heardAt = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly options: LineOptions,
    private readonly listener: LineListener,
  ) {
    this.socket = io(options.origin || undefined, {
      path: `${apiPrefix}/live`,
      transports: ['websocket'],
      autoConnect: false,
      forceNew: true,
      reconnection: false,
      timeout: openTimeoutMs,
      auth: { token: options.token, personId: options.personId },
      ...(options.headers && { extraHeaders: options.headers }),
    });
    const hear = () => (this.heardAt = Date.now());
    this.socket.io.on('ping', hear);
    this.socket.on('connect', () => {
      this.upAt = hear();
      listener.up();
    });
    // Whoever was sent away asks at the door again: there it shows whether the session is over.
    this.socket.on('disconnect', () => this.again());
    this.socket.on('connect_error', ({ data }: Error & { data?: { code?: string } }) => {
      if (this.socket.active || data?.code === 'UNAVAILABLE') this.again();
      else listener.refused();
    });
    this.socket.on('events', (events: HubEvent[]) => {
      hear();
      listener.events(events);
    });
  }

  get connected(): boolean {
    return this.socket.connected;
  }

  /** Nothing came for so long that the connection may be dead without anybody having said so. */
  get isSilent(): boolean {
    return Date.now() - this.heardAt > longestSilenceMs;
  }

  /** Whether there is another way to the hub, so that this one is tried now and then only. */
  isSpare(spare: boolean): void {
    if (spare && !this.spare) this.tries = firstSpareTry;
    this.spare = spare;
  }

  /** At once, whatever it waits for. */
  open(): void {
    this.wanted = true;
    this.tries = 0;
    clearTimeout(this.timer);
    this.socket.connect();
  }

  close(): void {
    this.wanted = false;
    clearTimeout(this.timer);
    this.socket.close();
  }

  /** Gives a connection up that does not answer; another is opened. */
  cut(): void {
    this.socket.io.engine.close();
  }

  async ask<N extends CommandName>(name: N, input: Input<N>): Promise<Output<N>> {
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

  private again(): void {
    if (!this.wanted) return;
    // One that was lost as soon as it was there counts as a failed try.
    if (this.upAt > 0 && Date.now() - this.upAt > longestPauseMs) this.tries = 0;
    this.upAt = 0;
    const bound = this.spare ? longestSparePauseMs : longestPauseMs;
    clearTimeout(this.timer);
    this.timer = setTimeout(
      () => this.socket.connect(),
      Math.random() * Math.min(bound, firstPauseMs * 2 ** this.tries++),
    );
    this.listener.down(this.tries);
  }
}
