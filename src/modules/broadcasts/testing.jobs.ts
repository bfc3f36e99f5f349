/** Carries out a test mail, which is of nobody else and acknowledges nothing. */
import type { Locale } from '@hub/contracts';
import { Database } from '@hub/database';
import { Handles } from '@hub/queue';
import { Injectable } from '@nestjs/common';
import { Address } from '../../edge/address.js';
import { MailService } from '../mail/mail.service.js';
import { wordsIn } from '../mail/words.js';
import { partsOf, type LetterText } from './broadcast-letter.js';
import { broadcastTested } from './broadcasts.jobs.js';
import { letterTextFor } from './letter.queries.js';

type Row = LetterText & { name: string; email: string; locale: Locale };

@Injectable()
export class TestingJobs {
  constructor(
    private readonly database: Database,
    private readonly mail: MailService,
    private readonly address: Address,
  ) {}

  @Handles(broadcastTested)
  async send({ testId, broadcastId, personId }: Test): Promise<void> {
    const [row] = await this.database.query<Row>(letterTextFor, [broadcastId, personId]);
    if (!row) return;
    const { name, email, locale } = row;
    const words = wordsIn(locale);
    const page = this.address.of(`/b/${broadcastId}`);
    await this.mail.send({
      kind: 'broadcast_test',
      subjectId: broadcastId,
      dedupeKey: `email/broadcast_test/${testId}`,
      personId,
      to: { name, address: email },
      locale,
      subject: words('mail.broadcast.test', { title: row.title.replace(/\s+/g, ' ') }),
      parts: [
        { text: words('mail.broadcast.test_text') },
        { heading: row.title },
        ...partsOf(row, { acknowledge: row.acknowledge ? page : null, page }, { words, locale }),
      ],
    });
  }
}

interface Test {
  testId: string;
  broadcastId: string;
  personId: string;
}
