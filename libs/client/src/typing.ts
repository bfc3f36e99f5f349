/** Tells the others in a topic that one is writing, at most every three seconds however fast one types. */
const everyMs = 3_000;

export class Typing {
  private readonly topics = new Map<string, { at: number; typing: boolean }>();

  constructor(private readonly tell: (topicId: string, typing: boolean) => void) {}

  set(topicId: string, typing: boolean): void {
    const last = this.topics.get(topicId);
    const now = Date.now();
    if (typing ? last && now - last.at < everyMs : !last?.typing) return;
    this.topics.set(topicId, { at: typing || !last ? now : last.at, typing });
    this.tell(topicId, typing);
  }
}
