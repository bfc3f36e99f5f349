/** How a letter is put into what mail programs understand: both texts, ids that are always the same, and its thread. */
import { Database, hubId } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { SendMailOptions } from 'nodemailer';
import { Config } from '../../config.js';
import { htmlOf, plainOf, type Letter } from './letter.js';

@Injectable()
export class EnvelopesService {
  private hub: Promise<string> | undefined;

  constructor(
    private readonly database: Database,
    private readonly config: Config,
  ) {}

  async of(letter: Letter): Promise<SendMailOptions> {
    const from = this.config.mailFrom;
    const { thread, unsubscribe } = letter;
    const root = thread === undefined ? undefined : await this.idOf(`thread ${thread}`);
    return {
      messageId: await this.idOf(letter.dedupeKey),
      ...(root !== undefined && { inReplyTo: root, references: root }),
      // RFC 8058: a mail program posts there by itself when its reader asks it for no more of these.
      ...(unsubscribe !== undefined && {
        headers: { 'List-Unsubscribe': `<${unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
      }),
      from: { name: 'Samverka', address: from },
      to: letter.to,
      subject: letter.subject,
      text: plainOf(letter),
      html: htmlOf(letter),
    };
  }

  /** The same however often it is asked for, and no other hub's. Nothing was ever sent under the id of a thread. */
  private async idOf(key: string): Promise<string> {
    const from = this.config.mailFrom;
    this.hub ??= hubId(this.database).catch((error: unknown) => {
      this.hub = undefined;
      throw error;
    });
    const id = createHash('sha256')
      .update(`${await this.hub} ${key}`)
      .digest('hex');
    return `<${id.slice(0, 40)}@${from.slice(from.lastIndexOf('@') + 1)}>`;
  }
}
