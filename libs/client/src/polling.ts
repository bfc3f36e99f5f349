/** Where websockets are blocked, the hub is asked again and again for what happened. */
const visibleMs = 5_000;
const hiddenMs = 30_000;

export class Polling {
  active = false;
  private asking = false;
  private hurried = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** `ask` never rejects. */
  constructor(private readonly ask: () => Promise<void>) {}

  /** Asks now, and again after a while until it is stopped. */
  start(): void {
    this.active = true;
    void this.round();
  }

  /** Something has just happened: asks at once, or once more where it is just asking. */
  hurry(): void {
    this.hurried = this.asking;
    if (this.active && !this.asking) void this.round();
  }

  stop(): void {
    this.active = false;
    clearTimeout(this.timer);
  }

  private async round(): Promise<void> {
    clearTimeout(this.timer);
    this.asking = true;
    do {
      this.hurried = false;
      await this.ask();
    } while (this.hurried);
    this.asking = false;
    if (this.active) this.timer = setTimeout(() => void this.round(), isHidden() ? hiddenMs : visibleMs);
  }
}

export function isHidden(): boolean {
  return typeof document !== 'undefined' && document.hidden;
}
