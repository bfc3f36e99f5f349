/**
 * Sends the letters that somebody asked for at the door, each once as far as that can be known: a row of the ledger says
 * what became of it. A letter that may or may not have left before a crash leaves again under the same Message-ID. A
 * demonstration keeps its letters instead.
 */
import { Database } from '@hub/database';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Transporter } from 'nodemailer';
import { v7 as uuidv7 } from 'uuid';
import { Config } from '../../config.js';
import { EnvelopesService } from './envelopes.service.js';
import type { Letter } from './letter.js';
import { MailboxService } from './mailbox.service.js';
import { outcomeOf } from './outcome.policy.js';
import { openTransport } from './transport.js';

@Injectable()
export class MailService implements OnModuleDestroy {
  private readonly transport: Transporter | undefined;

  constructor(
    private readonly database: Database,
    config: Config,
    private readonly envelopes: EnvelopesService,
    private readonly mailbox: MailboxService,
  ) {
    if (config.smtpUrl !== undefined) this.transport = openTransport(config.smtpUrl);
  }

  onModuleDestroy(): void {
    this.transport?.close();
  }

  /** Whether letters leave or can be read. Without it nobody can be invited by mail or sign in by it. */
  async isOpen(): Promise<boolean> {
    return this.transport !== undefined || (await this.mailbox.isDemonstration());
  }

  /**
   * For a job's handler: returns when the letter has left, or never will (its address was refused), and rejects when it
   * may be tried again.
   */
  async send(letter: Letter): Promise<void> {
    if (!(await this.begin(letter))) return;
    const keeps = await this.mailbox.isDemonstration();
    if (!keeps && !this.transport) return this.settle(letter, 'suppressed', 'no_mail_server');
    try {
      if (this.transport) await this.transport.sendMail(await this.envelopes.of(letter));
    } catch (error) {
      const { state, reason } = outcomeOf(error, false);
      if (state === 'pending') throw error;
      return this.settle(letter, state, reason);
    }
    if (keeps) await this.mailbox.keep(letter);
    await this.settle(letter, 'delivered', null);
  }

  private async begin({ kind, subjectId, personId, dedupeKey }: Letter): Promise<boolean> {
    const rows = await this.database.query(beginning, [uuidv7(), personId, kind, subjectId, dedupeKey]);
    return rows.length > 0;
  }

  private async settle({ dedupeKey }: Letter, state: string, reason: string | null): Promise<void> {
    await this.database.query(
      'update deliveries set state = $2, reason = $3, settled_at = now() where dedupe_key = $1',
      [dedupeKey, state, reason],
    );
  }
}

/** One more try of a letter that is not settled; no row where it is. */
const beginning = `
  insert into deliveries (id, person_id, medium, kind, subject_id, dedupe_key, state, attempt)
  values ($1, $2, 'email', $3, $4, $5, 'sending', 1)
  on conflict (dedupe_key) do update set attempt = deliveries.attempt + 1, state = 'sending'
    where deliveries.state in ('pending', 'sending')
  returning id`;
