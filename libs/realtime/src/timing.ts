/** How often the regular rounds run and how long things are waited for, ms. Tests of a round make it short. */
export interface Timing {
  /** How long a hole in a room's events may be filled by what is on its way, before Postgres is asked. */
  holeMs: number;
  /** How often a node compares what it told with the heads of the logs. */
  sweepMs: number;
  /** How often the heads of rooms in which something happened are told, */
  digestMs: number;
  /** and for how long after it happened. */
  movedMs: number;
  /** How long an ended session or role may keep an open socket at most. */
  reviewMs: number;
  /** How often every socket's buffer is looked at. */
  slowMs: number;
  /** How often a node says that it is there, */
  beatMs: number;
  /** and after how long without a word it counts as gone. */
  silentMs: number;
  /** How long changes of who is here are collected before the other nodes are told. */
  peopleMs: number;
}

export const usualTiming: Timing = {
  holeMs: 20,
  sweepMs: 2_000,
  digestMs: 25_000,
  movedMs: 60_000,
  reviewMs: 3_000,
  slowMs: 500,
  beatMs: 10_000,
  silentMs: 30_000,
  peopleMs: 500,
};

/** Runs a round again and again, each pause counted from the end of the one before. What a round throws ends that round only. */
export class Rounds {
  private readonly timers = new Map<() => unknown, ReturnType<typeof setTimeout>>();

  every(ms: number, round: () => unknown): void {
    const again = () => {
      if (this.timers.has(round)) this.every(ms, round);
    };
    const timer = setTimeout(() => {
      new Promise((resolve) => resolve(round())).then(again, again);
    }, ms).unref();
    this.timers.set(round, timer);
  }

  stop(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.timers.clear();
  }
}
