/** A mail server for tests: takes letters by real SMTP and shows them parsed, as a mail program would. */
import { simpleParser, type ParsedMail } from 'mailparser';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { until } from './until.js';

export interface ReceivedMail extends ParsedMail {
  recipient: string;
}

export interface MailServer {
  /** For `SMTP_URL`. */
  url: string;
  received: ReceivedMail[];
  /** The latest to this address, waited for. */
  letterTo(address: string, count?: number): Promise<ReceivedMail>;
  close(): Promise<void>;
}

/** An address that begins with `refused` is one that the server will not have; `port` that of an earlier one. */
export async function mailServer(port = 0): Promise<MailServer> {
  const received: ReceivedMail[] = [];
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    closeTimeout: 100,
    onRcptTo: ({ address }, _, done) =>
      done(
        address.startsWith('refused') ? Object.assign(new Error('No such mailbox'), { responseCode: 550 }) : undefined,
      ),
    onData: (stream, { envelope }, done) => {
      simpleParser(stream)
        .then((mail) => received.push({ ...mail, recipient: envelope.rcptTo[0]?.address ?? '' }))
        .then(() => done(), done);
    },
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    received,
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
