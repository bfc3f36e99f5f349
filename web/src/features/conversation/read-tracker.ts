/**
 * How far a reader has really read: up to the last message that was on screen for a second, in one stretch with what was
 * read before, or down to the end of the conversation. It is told at most every other second, and again when a try failed.
 */
import type { Reading } from '@hub/contracts';

const dwellMs = 1_000;
const everyMs = 2_000;

/** What of a conversation is on screen. */
export interface Sight {
  /** The seqs of the first and last message in view. */
  first: number;
  last: number;
  /** The seq of the message before the first; 0 at the beginning, Infinity where it is not loaded. */
  before: number;
  /** Nothing follows the last. */
  atEnd: boolean;
}

type Marker = Pick<Reading, 'epoch' | 'seq'>;

export class ReadTracker {
  private seen: Sight | undefined;
  private dwelling: ReturnType<typeof setTimeout> | undefined;
  private telling: ReturnType<typeof setTimeout> | undefined;
  private paused = false;
  private told: Marker;

  constructor(
    private marker: Marker,
    private readonly tell: (marker: Marker) => Promise<unknown>,
  ) {
    this.told = marker;
  }

  /** What is in view now; nothing while the page is hidden. */
  see(sight: Sight | undefined): void {
    this.seen = sight;
    this.dwell();
  }

  /** Nothing more counts as read until `resume`: a link was followed, or the reader wants to keep it unread. */
  pause(): void {
    this.paused = true;
    clearTimeout(this.dwelling);
    this.dwelling = undefined;
  }

  resume(): void {
    if (!this.paused) return;
    this.paused = false;
    this.dwell();
  }

  /** Where the hub stands. True when what was read has been marked as unread, here or elsewhere. */
  adopt(marker: Marker): boolean {
    const reopened = marker.epoch > this.marker.epoch;
    if (!reopened && (marker.epoch < this.marker.epoch || marker.seq <= this.told.seq)) return false;
    this.told = marker;
    if (reopened || marker.seq > this.marker.seq) this.marker = marker;
    return reopened;
  }

  /** Tells at once what has not been told: before the page goes, or when the connection is back. */
  flush(): void {
    clearTimeout(this.telling);
    this.telling = undefined;
    if (this.marker.seq <= this.told.seq) return;
    const { marker, told } = this;
    this.told = marker;
    this.tell(marker).catch(() => {
      if (this.told === marker) this.told = told;
    });
  }

  stop(): void {
    clearTimeout(this.dwelling);
    this.dwelling = undefined;
    this.flush();
  }

  private dwell(): void {
    if (this.paused || this.dwelling !== undefined || !this.seen || this.seen.last <= this.marker.seq) return;
    const then = this.seen;
    this.dwelling = setTimeout(() => {
      this.dwelling = undefined;
      if (this.seen) this.read(then, this.seen);
      this.dwell();
    }, dwellMs);
  }

  private read(then: Sight, now: Sight): void {
    const last = Math.min(then.last, now.last);
    const stayed = last >= now.first;
    const reached = then.before <= this.marker.seq || (then.atEnd && now.last >= then.last);
    if (!stayed || !reached || last <= this.marker.seq) return;
    this.marker = { ...this.marker, seq: last };
    if (this.telling === undefined) this.tellOften();
  }

  private tellOften(): void {
    this.telling = undefined;
    if (this.marker.seq <= this.told.seq) return;
    this.flush();
    this.telling = setTimeout(() => this.tellOften(), everyMs);
  }
}
