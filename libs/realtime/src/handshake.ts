/** Lets a socket in: from our own pages, with a living session, into the rooms of its person. */
import { apiPrefix, commandNames, Failure, type CommandName, type Reply } from '@hub/contracts';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import { WebSocketGateway, type OnGatewayInit } from '@nestjs/websockets';
import type { IncomingMessage } from 'node:http';
import type { Server, ServerOptions, Socket } from 'socket.io';
import { Live, roomsOf } from './live.js';

/** Who stands at the door, found by the app. Rejects with a `Failure` when nobody may enter. */
export abstract class Doorkeeper {
  abstract admit(request: IncomingMessage): Promise<Admission>;

  /** Those of these sessions that would still be let in, as they would be now. */
  abstract readmit(sessionIds: string[]): Promise<Admission[]>;
}

/** Carries out commands, found by the app. Never rejects. */
export abstract class Answerer {
  abstract answer(name: CommandName, payload: unknown, actor: object): Promise<Reply<unknown>>;
}

export interface Admission {
  personId: string;
  sessionId: string;
  channelIds: string[];
  /** What services take as their first argument. */
  actor: object;
}

interface SocketData {
  sessionId: string;
  actor: object;
}

const dataOf = ({ sessionId, actor }: Admission): SocketData => ({ sessionId, actor });

/** How long an ended session or role may keep an open socket, ms. */
const reviewMs = 3_000;

/** The largest command, bytes: a message at its longest in any script, with room to spare. */
const largestCommand = 128 * 1024;

export class LiveAdapter extends IoAdapter {
  override createIOServer(port: number, options?: ServerOptions): Server {
    return super.createIOServer(port, {
      ...options,
      path: `${apiPrefix}/live`,
      // Websocket only, so that a proxy in front needs no sticky sessions.
      transports: ['websocket'],
      serveClient: false,
      perMessageDeflate: false,
      maxHttpBufferSize: largestCommand,
    } as ServerOptions);
  }
}

@Injectable()
@WebSocketGateway()
export class LiveGateway implements OnGatewayInit<Server>, OnModuleDestroy {
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    @Inject(Live) private readonly live: Live,
    @Inject(Doorkeeper) private readonly doorkeeper: Doorkeeper,
    @Inject(Answerer) private readonly answerer: Answerer,
  ) {}

  afterInit(server: Server): void {
    server.use((socket, next) => {
      this.enter(socket).then(
        () => next(),
        (error: unknown) => next(refusal(error)),
      );
    });
    this.live.attach(server);
    this.again(server);
  }

  onModuleDestroy(): void {
    clearTimeout(this.timer);
  }

  private again(server: Server): void {
    this.timer = setTimeout(() => {
      // Without an answer (the database is away) everybody stays as they are until the next round.
      this.review([...server.of('/').sockets.values()]).then(
        () => this.again(server),
        () => this.again(server),
      );
    }, reviewMs).unref();
  }

  /** Nobody keeps a room, a role or a socket for longer than the rows behind it. */
  private async review(sockets: Socket[]): Promise<void> {
    if (sockets.length === 0) return;
    const sessionIds = [...new Set(sockets.map((socket) => (socket.data as SocketData).sessionId))];
    const admissions = new Map((await this.doorkeeper.readmit(sessionIds)).map((one) => [one.sessionId, one]));
    for (const socket of sockets) {
      const admission = admissions.get((socket.data as SocketData).sessionId);
      if (!admission) {
        socket.disconnect(true);
        continue;
      }
      const rooms = new Set(roomsOf(admission));
      for (const room of socket.rooms) if (room !== socket.id && !rooms.has(room)) void socket.leave(room);
      for (const room of rooms) if (!socket.rooms.has(room)) void socket.join(room);
      socket.data = dataOf(admission);
    }
  }

  /** Whoever asks for what there is not gets an answer all the same; whoever wants no answer gets none. */
  private async answer(socket: Socket, name: string, rest: unknown[]): Promise<void> {
    const last = rest.at(-1);
    const acknowledge = typeof last === 'function' ? last : undefined;
    const payload = rest[0] === acknowledge ? undefined : rest[0];
    const { actor } = socket.data as SocketData;
    const reply = isCommand(name) ? await this.answerer.answer(name, payload, actor) : noCommand;
    acknowledge?.(reply);
  }

  private async enter(socket: Socket): Promise<void> {
    const admission = await this.doorkeeper.admit(socket.request);
    socket.data = dataOf(admission);
    socket.onAny((name: string, ...rest: unknown[]) => void this.answer(socket, name, rest));
    await socket.join(roomsOf(admission));
  }
}

function isCommand(name: string): name is CommandName {
  return (commandNames as readonly string[]).includes(name);
}

const noCommand = { ok: false, error: { code: 'NOT_FOUND', message: 'There is no such command.' } };

/** The code travels in `data`, where socket.io clients look for it. */
function refusal(error: unknown): Error {
  const code = error instanceof Failure ? error.code : 'UNAVAILABLE';
  return Object.assign(new Error(code), { data: { code } });
}
