/** Lets a socket in: from our own pages, with a living session, into the rooms of its person. */
import { apiPrefix, Failure } from '@hub/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import { WebSocketGateway, type OnGatewayInit } from '@nestjs/websockets';
import type { IncomingMessage } from 'node:http';
import type { Server, ServerOptions, Socket } from 'socket.io';
import { Live, roomsOf } from './live.js';

/** Who stands at the door, found by the app. Rejects with a `Failure` when nobody may enter. */
export abstract class Doorkeeper {
  abstract admit(request: IncomingMessage): Promise<Admission>;
}

export interface Admission {
  personId: string;
  sessionId: string;
  channelIds: string[];
  /** What services take as their first argument. */
  actor: object;
}

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
export class LiveGateway implements OnGatewayInit<Server> {
  constructor(
    @Inject(Live) private readonly live: Live,
    @Inject(Doorkeeper) private readonly doorkeeper: Doorkeeper,
  ) {}

  afterInit(server: Server): void {
    server.use((socket, next) => {
      this.enter(socket).then(
        () => next(),
        (error: unknown) => next(refusal(error)),
      );
    });
    this.live.attach(server);
  }

  private async enter(socket: Socket): Promise<void> {
    const admission = await this.doorkeeper.admit(socket.request);
    socket.data = { actor: admission.actor };
    await socket.join(roomsOf(admission));
  }
}

/** The code travels in `data`, where socket.io clients look for it. */
function refusal(error: unknown): Error {
  const code = error instanceof Failure ? error.code : 'UNAVAILABLE';
  return Object.assign(new Error(code), { data: { code } });
}
