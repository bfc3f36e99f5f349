/** A mail server for tests: takes letters by real SMTP and shows them parsed, as a mail program would. */
import { simpleParser, type ParsedMail } from 'mailparser';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';
import { until } from './until.js';

export interface ReceivedMail extends ParsedMail {
  recipient: string;
}

/**
 * How it takes letters: `busy` has no time for any (451), `deaf` takes a letter and breaks the connection instead of saying
 * so, `slow` lets every letter wait, `holding` says nothing of a letter that it has until its mood changes.
 */
export type Mood = 'kind' | 'busy' | 'deaf' | 'slow' | 'holding';

export interface MailServer {
  mood: Mood;
  /** For `SMTP_URL`. */
  url: string;
  received: ReceivedMail[];
  /** The latest to this address, waited for. */
  letterTo(address: string, count?: number): Promise<ReceivedMail>;
  close(): Promise<void>;
}

const slowMs = 1_500;
const holdingMs = 120_000;

/** Ends a connection as a crash would. */
function cut(server: SMTPServer, id: string): void {
  const connections = (server as unknown as { connections: Set<{ id: string; _socket: Socket }> }).connections;
  for (const connection of connections) if (connection.id === id) connection._socket.destroy();
}

const refusals = { refused: 'No such mailbox', unwanted: '5.7.1 Relaying denied' };
const busy = () => Object.assign(new Error('Try again later'), { responseCode: 451 });

/**
 * An address that begins with `refused` is one that the server does not have, with `unwanted` one that it may not write to;
 * `port` that of an earlier one.
 */
export async function mailServer(port = 0): Promise<MailServer> {
  const received: ReceivedMail[] = [];
  let mood: Mood = 'kind';
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    closeTimeout: 100,
    onRcptTo: ({ address }, _, done) => {
      if (mood === 'busy') return done(busy());
      const refusal = Object.entries(refusals).find(([start]) => address.startsWith(start))?.[1];
      done(refusal === undefined ? undefined : Object.assign(new Error(refusal), { responseCode: 550 }));
    },
    onData: (stream, { envelope, id }, done) => {
      const take = async () => {
        const parsed = await simpleParser(stream);
        received.push({ ...parsed, recipient: envelope.rcptTo[0]?.address ?? '' });
        if (mood === 'slow') await pause(slowMs);
        await until(
          () => mood,
          (now) => now !== 'holding',
          holdingMs,
        );
        if (mood === 'deaf') cut(server, id);
        else done(mood === 'busy' ? busy() : undefined);
      };
      take().catch(done);
    },
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    received,
    get mood() {
      return mood;
    },
    set mood(next) {
      mood = next;
    },
    letterTo: async (address, count = 1) => {
      const to = () => received.filter(({ recipient }) => recipient.toLowerCase() === address.toLowerCase());
      const letters = await until(to, (seen) => seen.length >= count);
      return letters.at(-1) as ReceivedMail;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** The secret behind the link in a letter. */
export function tokenIn({ text }: Pick<ReceivedMail, 'text'>): string {
  return /#([\w-]{43})\b/.exec(text ?? '')?.[1] ?? '';
}
