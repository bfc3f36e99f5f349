/**
 * Keeps every socket in the rooms that the rows give its person. Most changes come as events and move sockets at once;
 * what came to nobody's ears is found here, so nobody keeps a room, a role or a socket for long without a row behind it.
 */
import { Failure } from '@hub/contracts';
import type { Server, Socket } from 'socket.io';
import type { Admission, Doorkeeper } from './doorkeeper.js';
import type { Live } from './live.js';
import type { Move } from './moves.js';
import { channelRoom, personRoom, sessionRoom } from './rooms.js';

interface SocketData {
  sessionId: string;
  actor: object;
  /** When it was last told that somebody uses it, ms. */
  seenAt?: number;
}

/** While nothing changed, so many sessions are compared in a round, */
const atLeast = 50;
/** or this part of them, so that everybody's turn comes within a minute. */
const part = 1 / 20;

export const dataOf = (socket: Socket): SocketData => socket.data as SocketData;

export class Review {
  private mark: string | undefined;
  private turn = 0;
  private asked = new Set<string>();

  constructor(
    private readonly server: Server,
    private readonly live: Live,
    private readonly doorkeeper: Doorkeeper,
  ) {}

  /** Lets a socket in, or rejects with why not. */
  async enter(socket: Socket): Promise<void> {
    const moves = this.live.moves.watch();
    try {
      const admission = await this.doorkeeper.admit(socket.request, socket.handshake.auth);
      if (moves.some((move) => 'sessionId' in move && move.sessionId === admission.sessionId))
        throw new Failure('UNAUTHENTICATED', 'Sign in first.');
      this.settle(socket, admission, moves);
    } finally {
      this.live.moves.unwatch(moves);
    }
  }

  /** Those whose sessions are over are out. Roles are looked up for all when any changed, else for some in turn. */
  async round(): Promise<void> {
    const sessionIds = [...this.sessions()];
    if (sessionIds.length === 0) return;
    const { ended, mark } = await this.doorkeeper.standing(sessionIds);
    for (const sessionId of ended) this.server.in(sessionRoom(sessionId)).disconnectSockets(true);
    await this.readmit(mark === this.mark ? this.some(sessionIds) : sessionIds);
    this.mark = mark;
  }

  /** Compares these people's rooms, together with whoever else is asked about in this turn. */
  recheck(personIds: string[]): void {
    if (this.asked.size === 0)
      setImmediate(() => {
        const people = this.asked;
        this.asked = new Set();
        const sockets = [...people].flatMap((personId) => this.socketsIn(personRoom(personId)));
        // Without an answer (the database is away) the next round decides.
        void this.readmit([...this.sessions(sockets)]).catch(() => undefined);
      });
    for (const personId of personIds) this.asked.add(personId);
  }

  private sessions(sockets: Iterable<Socket> = this.server.of('/').sockets.values()): Set<string> {
    return new Set([...sockets].map((socket) => dataOf(socket).sessionId));
  }

  private some(sessionIds: string[]): string[] {
    const many = Math.max(atLeast, Math.ceil(sessionIds.length * part));
    this.turn = this.turn >= sessionIds.length ? 0 : this.turn;
    const some = sessionIds.slice(this.turn, this.turn + many);
    this.turn += many;
    return some;
  }

  private async readmit(sessionIds: string[]): Promise<void> {
    if (sessionIds.length === 0) return;
    const moves = this.live.moves.watch();
    try {
      const admissions = new Map((await this.doorkeeper.readmit(sessionIds)).map((one) => [one.sessionId, one]));
      for (const sessionId of sessionIds)
        for (const socket of this.socketsIn(sessionRoom(sessionId))) {
          const admission = admissions.get(sessionId);
          if (admission) this.settle(socket, admission, moves);
          else socket.disconnect(true);
        }
    } finally {
      this.live.moves.unwatch(moves);
    }
  }

  private settle(socket: Socket, admission: Admission, moves: Move[]): void {
    const { personId, sessionId, actor, channelIds } = admission;
    Object.assign(socket.data, { sessionId, actor } satisfies SocketData);
    const rooms = new Set([personRoom(personId), sessionRoom(sessionId), ...channelIds.map(channelRoom)]);
    for (const move of moves) {
      if (!('personId' in move) || move.personId !== personId) continue;
      if (move.joined) rooms.add(channelRoom(move.channelId));
      else rooms.delete(channelRoom(move.channelId));
    }
    for (const room of socket.rooms) if (room !== socket.id && !rooms.has(room)) void socket.leave(room);
    void socket.join([...rooms].filter((room) => !socket.rooms.has(room)));
    this.live.begin(personRoom(personId), admission.head);
    if (moves.some((move) => 'room' in move && move.room === personRoom(personId)))
      this.live.catchUp(personRoom(personId));
    this.live.follow(channelIds);
  }

  private socketsIn(room: string): Socket[] {
    const { adapter, sockets } = this.server.of('/');
    return [...(adapter.rooms.get(room) ?? [])].flatMap((id) => sockets.get(id) ?? []);
  }
}
