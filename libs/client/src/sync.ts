/**
 * Keeps what a client was told without holes: after every connection it asks for what was missed, and a gap is fetched
 * before anything beyond it is told.
 */
import type { Backfilled, HubEvent, UserEvent } from '@hub/contracts';
import type { Failure } from '@hub/contracts/failure';
import type { Call } from './call.js';
import { Cursors } from './cursors.js';

/** What the rest of a client hears from it. */
export interface SyncListener {
  told(events: HubEvent[]): void;
  /** What was loaded of a channel, or of everything, is no base for events any more. */
  reset(channelId?: string): void;
  /** Whether asking makes sense now. */
  isOpen(): boolean;
}

const gapPatienceMs = 300;
const longestGapPauseMs = 10_000;
/** Channels asked about in one command. */
const resumedAtOnce = 200;

export class Sync {
  private readonly cursors = new Cursors((channelId) => this.closeGap(channelId));
  private readonly closing = new Set<string>();
  /** Own events that came while it was asked what came before them. */
  private ahead: UserEvent[] | undefined;
  private running: Promise<void> = Promise.resolve();
  private next: Promise<void> | undefined;

  constructor(
    private readonly call: Call,
    private readonly listener: SyncListener,
    /** The last of one's own events that was told, or that whatever was loaded contains. */
    private userSeq: number | null = null,
  ) {}

  /** From here on the events of this channel are told without holes. */
  follow(channelId: string, seq: number): void {
    this.cursors.follow(channelId, seq);
  }

  /** What came over the connection, in whatever order. */
  take(events: HubEvent[]): void {
    this.tell(events.flatMap((event) => this.admit(event)));
  }

  /** Brings everything up to date, after what runs already. Rejects with a `Failure` when it cannot be asked. */
  resume(): Promise<void> {
    this.ahead ??= [];
    this.next ??= this.running
      .catch(() => undefined)
      .then(() => {
        this.next = undefined;
        return (this.running = this.run());
      });
    return this.next;
  }

  private admit(event: HubEvent): HubEvent[] {
    if ('seq' in event) return this.cursors.admit([event]);
    if (!('userSeq' in event)) {
      if (event.kind === 'sync.digest')
        for (const { channelId, seq } of event.heads) this.cursors.reach(channelId, seq);
      return [event];
    }
    if (!this.ahead && event.userSeq <= (this.userSeq ?? 0) + 1) return this.isNews(event) ? [event] : [];
    if (!this.ahead) this.catchUp();
    this.ahead ??= [];
    this.ahead.push(event);
    return [];
  }

  /** Channels before one's own events: how much is unread is told as it is now, with all that was said counted in. */
  private async run(): Promise<void> {
    const known = this.cursors.all();
    const covered = this.ahead?.length ?? 0;
    const mine: UserEvent[] = [];
    let userSeq = this.userSeq;
    let reset = false;
    do {
      const answer = await this.call('sync.resume', { userSeq, channels: known.splice(0, resumedAtOnce) });
      userSeq = answer.userSeq;
      reset ||= answer.reset;
      mine.push(...answer.userEvents);
      for (const channel of answer.channels) {
        if (channel.reset) this.restart(channel);
        this.tell(this.cursors.admit(channel.events));
        if (channel.more) await this.backfill(channel.channelId);
      }
      for (const channelId of answer.gone) this.lose(channelId);
    } while (known.length > 0);
    const came = this.ahead ?? [];
    if (this.userSeq === null && came.length > 0) {
      // Whoever knew of nothing was told of something meanwhile: from there on nothing is left out.
      this.userSeq = Math.min(...came.map((event) => event.userSeq)) - 1;
      return this.run();
    }
    this.ahead = undefined;
    if (reset) {
      this.userSeq = userSeq;
      this.listener.reset();
    }
    this.tell(mine.filter((event) => this.isNews(event)));
    // Beyond the last event told: what concerns something the person may no longer see is left out.
    this.userSeq = Math.max(this.userSeq ?? 0, userSeq ?? 0);
    // What came before it was asked is in the answer, or from another life of the hub.
    this.take(came.slice(covered));
  }

  private isNews(event: UserEvent): boolean {
    if (event.userSeq <= (this.userSeq ?? 0)) return false;
    this.userSeq = event.userSeq;
    return true;
  }

  private restart({ channelId, head }: { channelId: string; head: number }): void {
    this.cursors.forget(channelId);
    this.cursors.follow(channelId, head);
    this.listener.reset(channelId);
  }

  private lose(channelId: string): void {
    this.tell([{ kind: 'channel.lost', channelId, userSeq: this.userSeq ?? 0 }]);
  }

  /** Goes on asking until the gap is closed: what lies beyond it is told to nobody before. */
  private closeGap(channelId: string, pauseMs = gapPatienceMs): void {
    if (this.closing.has(channelId)) return;
    this.closing.add(channelId);
    setTimeout(() => {
      this.closing.delete(channelId);
      if (!this.cursors.isBehind(channelId) || !this.listener.isOpen()) return;
      this.backfill(channelId).then(
        () => this.cursors.isBehind(channelId) && this.closeGap(channelId, longestGapPauseMs),
        () => this.closeGap(channelId, Math.min(2 * pauseMs, longestGapPauseMs)),
      );
    }, pauseMs);
  }

  /** The same for one's own events. */
  private catchUp(pauseMs = gapPatienceMs): void {
    setTimeout(() => {
      if (this.ahead && this.listener.isOpen())
        this.resume().catch(() => this.catchUp(Math.min(2 * pauseMs, longestGapPauseMs)));
    }, pauseMs);
  }

  private async backfill(channelId: string): Promise<void> {
    for (;;) {
      const after = this.cursors.at(channelId);
      if (after === undefined) return;
      let answer: Backfilled;
      try {
        answer = await this.call('sync.backfill', { channelId, after });
      } catch (error) {
        if ((error as Failure).code !== 'NOT_FOUND') throw error;
        return this.lose(channelId);
      }
      if (answer.reset) return this.restart(answer);
      this.tell(this.cursors.admit(answer.events));
      if (answer.more && this.cursors.at(channelId) !== after) continue;
      return this.cursors.end(channelId, answer.head);
    }
  }

  private tell(events: HubEvent[]): void {
    for (const event of events) {
      if (event.kind === 'channel.gained') this.cursors.follow(event.channel.id, event.channel.lastSeq);
      if (event.kind === 'channel.lost') this.cursors.forget(event.channelId);
    }
    if (events.length > 0) this.listener.told(events);
  }
}
