/** A line between one device and the hub, over TCP, that can be cut, fall silent, be slow, and lead elsewhere. */
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

export class Link {
  private readonly server: Server;
  private readonly pairs = new Set<[Socket, Socket]>();
  private isCut = false;
  private isSilent = false;
  private delayMs = 0;

  /** `lead` says to which port a new connection goes, or that there is none to go to. */
  constructor(private readonly lead: () => number | undefined) {
    this.server = createServer({ pauseOnConnect: true }, (near) => this.join(near));
  }

  async open(): Promise<void> {
    this.server.listen(0, '127.0.0.1');
    await new Promise((resolve) => this.server.once('listening', resolve));
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Every connection breaks, and new ones are refused. */
  cut(): void {
    this.isCut = true;
    this.break();
  }

  /** Nothing passes any more in either direction, and nobody is told. */
  silence(): void {
    this.isSilent = true;
    for (const pair of this.pairs) for (const socket of pair) socket.pause();
  }

  slow(delayMs: number): void {
    this.delayMs = delayMs;
  }

  /** As it should be; what was held by a silence goes on. */
  heal(): void {
    this.isCut = false;
    this.isSilent = false;
    this.delayMs = 0;
    for (const pair of this.pairs) for (const socket of pair) socket.resume();
  }

  break(): void {
    for (const pair of this.pairs) for (const socket of pair) socket.destroy();
  }

  async close(): Promise<void> {
    this.break();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private join(near: Socket): void {
    const port = this.lead();
    if (this.isCut || port === undefined) {
      near.destroy();
      return;
    }
    const pair: [Socket, Socket] = [near, connect({ port, host: '127.0.0.1', noDelay: true })];
    near.setNoDelay(true);
    this.pairs.add(pair);
    const end = () => {
      this.pairs.delete(pair);
      for (const socket of pair) socket.destroy();
    };
    const [, far] = pair;
    for (const [from, to] of [pair, [far, near]] as [Socket, Socket][]) {
      const late: Buffer[] = [];
      from.on('error', end).on('close', end);
      from.on('data', (bytes) => {
        if (this.delayMs > 0 || late.length > 0) {
          late.push(bytes);
          // Whichever timer fires sends what is first, so bytes never overtake each other.
          setTimeout(() => to.writable && to.write(late.shift() ?? ''), this.delayMs);
        } else if (!to.write(bytes)) this.wait(from, to);
      });
    }
    if (!this.isSilent) near.resume();
    else far.pause();
  }

  /** A reader that does not read is felt at the other end. */
  private wait(from: Socket, to: Socket): void {
    from.pause();
    to.once('drain', () => !this.isSilent && from.resume());
  }
}
