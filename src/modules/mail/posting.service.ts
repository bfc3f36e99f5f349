/**
 * Hands a letter over at most once, and says what is known of it. It has connections of its own, so that nobody who signs
 * in waits behind thousands of letters.
 */
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Readable } from 'node:stream';
import type { Transporter } from 'nodemailer';
import { Config } from '../../config.js';
import { EnvelopesService } from './envelopes.service.js';
import type { Letter } from './letter.js';
import { MailboxService } from './mailbox.service.js';
import { outcomeOf, type Outcome } from './outcome.policy.js';
import { openTransport } from './transport.js';

const askedMs = 1_000;

/** The part of a message being sent that tells how far it came. */
interface Sending {
  data: { begun?: { streams: Readable[] } };
  message: { createReadStream(): Readable };
}

@Injectable()
export class PostingService implements OnModuleDestroy {
  private readonly transport: Transporter | undefined;
  private asked: { at: number; answer: Promise<boolean> } | undefined;

  constructor(
    config: Config,
    private readonly envelopes: EnvelopesService,
    private readonly mailbox: MailboxService,
  ) {
    if (config.smtpUrl === undefined) return;
    this.transport = openTransport(config.smtpUrl, 0);
    this.transport.use('stream', (sending, done) => {
      watch(sending as unknown as Sending);
      done();
    });
  }

  onModuleDestroy(): void {
    this.transport?.close();
  }

  async post(letter: Letter): Promise<Outcome> {
    const begun = { streams: [] as Readable[] };
    let keeps: boolean;
    try {
      keeps = await this.keeps();
      if (!keeps && !this.transport) return { state: 'suppressed', reason: 'no_mail_server' };
      if (this.transport) await this.transport.sendMail({ ...(await this.envelopes.of(letter)), begun } as object);
    } catch (error) {
      return outcomeOf(
        error,
        begun.streams.some(({ readableDidRead }) => readableDidRead),
      );
    }
    if (keeps) await this.mailbox.keep(letter);
    return { state: 'delivered', reason: null };
  }

  /** Whether letters are kept to be read, which is so from a hub's first minute or never: asked once for many letters. */
  private keeps(): Promise<boolean> {
    if (!this.asked || Date.now() - this.asked.at > askedMs)
      this.asked = { at: Date.now(), answer: this.mailbox.isDemonstration() };
    return this.asked.answer;
  }
}

/** The text is read from its stream only once the server has asked for it. */
function watch({ data, message }: Sending): void {
  const create = message.createReadStream.bind(message);
  message.createReadStream = () => {
    const stream = create();
    data.begun?.streams.push(stream);
    return stream;
  };
}
