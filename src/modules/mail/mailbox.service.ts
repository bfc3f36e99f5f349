/** The letters that a demonstration keeps, and the letters that could not be delivered. */
import type { FailedLetter, KeptLetter } from '@hub/contracts';
import { Database, instant, readSetting } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { DemonstrationMail } from './demonstration-mail.entity.js';
import { htmlOf, plainOf, type Letter } from './letter.js';

@Injectable()
export class MailboxService {
  constructor(private readonly database: Database) {}

  async isDemonstration(): Promise<boolean> {
    return (await readSetting(this.database, 'demonstration')) !== undefined;
  }

  async keep(letter: Letter): Promise<void> {
    await this.database.manager.insert(DemonstrationMail, {
      id: uuidv7(),
      recipient: `${letter.to.name} <${letter.to.address}>`,
      subject: letter.subject,
      plain: plainOf(letter),
      html: htmlOf(letter),
    });
  }

  /** For a caller who has made sure that this is a demonstration. */
  latest(): Promise<KeptLetter[]> {
    return this.database.query<KeptLetter>(
      `select id, ${instant('at')} as at, recipient, subject, plain from demonstration_mails
      order by at desc, id desc limit 100`,
    );
  }

  /** For an administrator. */
  failed(): Promise<FailedLetter[]> {
    return this.database.query<FailedLetter>(failedLetters);
  }
}

const failedLetters = `
  select d.id, d.kind, coalesce(p.name || ' <' || p.email || '>', i.name || ' <' || i.email || '>', '') as recipient,
    n.name as "networkName", coalesce(d.reason, '') as reason, d.attempt as attempts,
    ${instant('d.settled_at')} as "failedAt"
  from deliveries d
  left join people p on p.id = d.person_id
  left join invitations i on i.id = d.subject_id
  left join networks n on n.id = i.network_id
  where d.medium = 'email' and d.state = 'failed'
  order by d.settled_at desc limit 200`;
