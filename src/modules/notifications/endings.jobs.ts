/** Tells that a role ends: its holder in the hub and by a letter, and those who give it in the hub. */
import type { Locale, Role } from '@hub/contracts';
import { Database } from '@hub/database';
import { Handles } from '@hub/queue';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Address } from '../../edge/address.js';
import { roleEnding } from '../identity/memberships.jobs.js';
import { JournalService } from '../journal/journal.service.js';
import { MailService } from '../mail/mail.service.js';
import { wordsIn } from '../mail/words.js';
import { endingLetter, toldOfEnding } from './endings.queries.js';
import { Notification } from './notification.entity.js';
import { recordDelivery } from './notifications.queries.js';

interface Ending {
  membershipId: string;
  untilOn: string;
}

interface Holder {
  personId: string;
  name: string;
  email: string;
  locale: Locale;
  role: Role;
  network: string | null;
  partnership: string | null;
  lastOn: string;
}

const kind = 'role_ending';

@Injectable()
export class EndingsJobs {
  constructor(
    private readonly database: Database,
    private readonly journal: JournalService,
    private readonly mail: MailService,
    private readonly address: Address,
  ) {}

  @Handles(roleEnding)
  async tell(ending: Ending): Promise<void> {
    const { membershipId, untilOn } = ending;
    const told = await this.database.query<{ personId: string; own: boolean }>(toldOfEnding, [membershipId, untilOn]);
    for (const { personId } of told) await this.tellPerson(ending, personId);
    if (told.some(({ own }) => own)) await this.write(ending);
  }

  private async tellPerson({ membershipId, untilOn }: Ending, personId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const key = `hub/${kind}/${membershipId}/${untilOn}/${personId}`;
      const [recorded] = await tx.query(recordDelivery, [uuidv7(), personId, kind, membershipId, key, null]);
      if (!recorded) return;
      const id = uuidv7();
      await tx.manager.insert(Notification, { id, personId, kind, membershipId });
      await this.journal.appendFor(tx, [{ personId, kind: 'notification.created', subject: { id } }]);
    });
  }

  private async write({ membershipId, untilOn }: Ending): Promise<void> {
    const [holder] = await this.database.query<Holder>(endingLetter, [membershipId]);
    if (!holder) return;
    const { personId, name, email, locale, lastOn } = holder;
    const words = wordsIn(locale);
    const values = {
      role: words(`role.${holder.role}`),
      place: holder.partnership ?? holder.network ?? words('mail.whole_hub'),
      date: new Intl.DateTimeFormat(locale === 'sv' ? 'sv-SE' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
        new Date(lastOn),
      ),
    };
    await this.mail.send({
      kind,
      subjectId: membershipId,
      dedupeKey: `email/${kind}/${membershipId}/${untilOn}`,
      personId,
      to: { name, address: email },
      locale,
      subject: words('mail.role_ending.subject', values),
      parts: [
        { text: words('mail.greeting', { name }) },
        { text: words('mail.role_ending.text', values) },
        { text: words('mail.role_ending.next') },
        { link: words('mail.role_ending.link'), address: this.address.of('/settings') },
      ],
    });
  }
}
