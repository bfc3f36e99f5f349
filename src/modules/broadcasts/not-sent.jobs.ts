/** Writes to whoever scheduled an update that could not be sent: they think that it is on its way. Nobody is woken for it. */
import type { Locale, NotSentReason } from '@hub/contracts';
import { Database } from '@hub/database';
import { Handles, NotBefore } from '@hub/queue';
import { Injectable } from '@nestjs/common';
import { Address } from '../../edge/address.js';
import { MailService } from '../mail/mail.service.js';
import { wordsIn } from '../mail/words.js';
import { PreferencesService } from '../preferences/preferences.service.js';
import { broadcastNotSent } from './broadcasts.jobs.js';
import { notSentTo } from './letter.queries.js';

interface Row {
  personId: string;
  name: string;
  email: string;
  locale: Locale;
  title: string;
  reason: NotSentReason;
}

@Injectable()
export class NotSentJobs {
  constructor(
    private readonly database: Database,
    private readonly mail: MailService,
    private readonly preferences: PreferencesService,
    private readonly address: Address,
  ) {}

  /** Nobody is written to about what was attended to meanwhile. */
  @Handles(broadcastNotSent)
  async tell({ broadcastId, at }: { broadcastId: string; at: string }): Promise<void> {
    const [row] = await this.database.query<Row>(notSentTo, [broadcastId, at]);
    if (!row) return;
    const now = new Date();
    const awake = await this.preferences.wakingTimeOf(row.personId, now);
    if (awake > now) throw new NotBefore(awake);
    const { personId, name, email, locale, reason } = row;
    const words = wordsIn(locale);
    const title = row.title.replace(/\s+/g, ' ');
    await this.mail.send({
      kind: 'broadcast_not_sent',
      subjectId: broadcastId,
      dedupeKey: `email/broadcast_not_sent/${broadcastId}/${at}`,
      personId,
      to: { name, address: email },
      locale,
      subject: words('mail.broadcast.not_sent', { title }),
      parts: [
        { text: words('mail.broadcast.not_sent_text', { title }) },
        { text: words(`mail.broadcast.not_sent_${reason}`) },
        { link: words('mail.broadcast.not_sent_look'), address: this.address.of(`/b/${broadcastId}`) },
      ],
    });
  }
}
