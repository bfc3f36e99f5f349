/** Tells that a role ends: its holder in the hub and by a letter, and those who give it in the hub. */
import type { Locale, Role } from '@hub/contracts';
import { Database } from '@hub/database';
import { Handles } from '@hub/queue';
import { Injectable } from '@nestjs/common';
import { Address } from '../../edge/address.js';
import { roleEnding } from '../identity/memberships.jobs.js';
import { MailService } from '../mail/mail.service.js';
import { wordsIn } from '../mail/words.js';
import { endingLetter, toldOfEnding } from './endings.queries.js';
import { NotificationsService } from './notifications.service.js';

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
    private readonly notifications: NotificationsService,
    private readonly mail: MailService,
    private readonly address: Address,
  ) {}

  @Handles(roleEnding)
  async tell(ending: Ending): Promise<void> {
    const { membershipId, untilOn } = ending;
    const told = await this.database.query<{ personId: string; own: boolean }>(toldOfEnding, [membershipId, untilOn]);
    await this.notifications.tellAll({
      kind,
      personIds: told.map(({ personId }) => personId),
      about: { membershipId },
      key: `${membershipId}/${untilOn}`,
      unmailed: true,
    });
    if (told.some(({ own }) => own)) await this.write(ending);
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
