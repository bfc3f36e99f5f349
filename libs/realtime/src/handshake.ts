/** Lets a socket in: from our own pages, with a living session, into the rooms of its person; and answers its commands. */
import { apiPrefix, askedByItself, commandNames, Failure, type CommandName } from '@hub/contracts';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import { WebSocketGateway, type OnGatewayInit } from '@nestjs/websockets';
import type { Server, ServerOptions, Socket } from 'socket.io';
import { Answerer, Doorkeeper } from './doorkeeper.js';
import { Live } from './live.js';
import { dataOf, Review } from './review.js';
import { Rounds } from './timing.js';

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
  private readonly rounds = new Rounds();
  /** Sessions that asked for something and were not told of yet. */
  private readonly used = new Set<string>();

  constructor(
    @Inject(Live) private readonly live: Live,
    @Inject(Doorkeeper) private readonly doorkeeper: Doorkeeper,
    @Inject(Answerer) private readonly answerer: Answerer,
  ) {}

  afterInit(server: Server): void {
    const review = new Review(server, this.live, this.doorkeeper);
    server.use((socket, next) => void this.enter(review, socket).then(next));
    this.live.attach(server, (personIds) => review.recheck(personIds));
    this.rounds.every(this.live.timing.reviewMs, () => review.round());
    this.rounds.every(this.live.timing.reviewMs, () => this.tellUsed());
  }

  onModuleDestroy(): void {
    this.rounds.stop();
  }

  /** Resolves to why not, where a socket is refused. */
  private async enter(review: Review, socket: Socket): Promise<Error | undefined> {
    try {
      await review.enter(socket);
    } catch (error) {
      return refusal(error);
    }
    // One listener for every command, whatever it is called.
    socket.onAny((name: string, ...rest: unknown[]) => void this.answer(socket, name, rest));
    return undefined;
  }

  private see(socket: Socket): void {
    const data = dataOf(socket);
    if (Date.now() - (data.seenAt ?? 0) < seenEveryMs) return;
    data.seenAt = Date.now();
    this.used.add(data.sessionId);
  }

  /** All at once, and not while they wait for their answer. What cannot be told now is told in a later round. */
  private async tellUsed(): Promise<void> {
    const ids = [...this.used];
    if (ids.length === 0) return;
    await this.doorkeeper.seen(ids);
    for (const id of ids) this.used.delete(id);
  }

  /** Whoever asks for what there is not gets an answer all the same; whoever wants no answer gets none. */
  private async answer(socket: Socket, name: string, rest: unknown[]): Promise<void> {
    const last = rest.at(-1);
    const acknowledge = typeof last === 'function' ? last : undefined;
    const payload = rest[0] === acknowledge ? undefined : rest[0];
    if (isCommand(name) && !askedByItself.has(name)) this.see(socket);
    const reply = isCommand(name)
      ? await this.answerer.answer(name, payload, dataOf(socket).actor)
      : { ok: false, error: { code: 'NOT_FOUND', message: 'There is no such command.' } };
    acknowledge?.(reply);
  }
}

/** A session counts as used when somebody asks something; this is how often that is told, ms. */
const seenEveryMs = 5 * 60_000;

const commands: ReadonlySet<string> = new Set(commandNames);

function isCommand(name: string): name is CommandName {
  return commands.has(name);
}

/** The code travels in `data`, where socket.io clients look for it. */
function refusal(error: unknown): Error {
  const code = error instanceof Failure ? error.code : 'UNAVAILABLE';
  return Object.assign(new Error(code), { data: { code } });
}
