/** What comes while somebody reads who may hear what: it is newer than the rows, and wins over them. */

/** Somebody moved, a session ended, or a room that nobody hears here went on. */
export type Move = { personId: string; channelId: string; joined: boolean } | { sessionId: string } | { room: string };

export class Moves {
  private readonly watching = new Set<Move[]>();

  /** To be called before the rows are read; filled until `unwatch`. */
  watch(): Move[] {
    const moves: Move[] = [];
    this.watching.add(moves);
    return moves;
  }

  unwatch(moves: Move[]): void {
    this.watching.delete(moves);
  }

  note(move: Move): void {
    for (const moves of this.watching) moves.push(move);
  }
}
