/** What is read aloud of a lively conversation: at most one announcement in a while, the rest bundled into it. */
export class Bundle<T> {
  private waiting: T[] = [];
  private quietUntil = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly tell: (items: T[]) => void,
    private readonly everyMs: number,
    private readonly now: () => number = Date.now,
  ) {}

  add(item: T): void {
    this.waiting.push(item);
    if (this.timer !== undefined) return;
    this.timer = setTimeout(() => this.flush(), Math.max(0, this.quietUntil - this.now()));
  }

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.waiting = [];
  }

  private flush(): void {
    this.timer = undefined;
    this.quietUntil = this.now() + this.everyMs;
    const items = this.waiting;
    this.waiting = [];
    this.tell(items);
  }
}
