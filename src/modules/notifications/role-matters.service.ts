/** What a letter says of a role that ends. */
import type { Role } from '@hub/contracts';
import { Database } from '@hub/database';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Address } from '../../edge/address.js';
import { wordsIn } from '../mail/words.js';
import { roleMatters } from './endings.queries.js';
import { MattersService, type Due, type Matter, type NotTold } from './matters.service.js';
import { dayIn } from './spelled.js';

interface Row {
  id: string;
  role: Role;
  networkId: string | null;
  network: string | null;
  partnership: string | null;
  lastOn: string;
  reason: string | null;
}

@Injectable()
export class RoleMattersService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly matters: MattersService,
    private readonly address: Address,
  ) {}

  onModuleInit(): void {
    this.matters.writes(['role_ending'], (due) => this.write(due));
  }

  private async write(due: Due[]): Promise<Map<string, Matter | NotTold>> {
    const rows = await this.database.query<Row>(roleMatters, [due.map(({ notificationId }) => notificationId)]);
    const found = new Map(rows.map((row) => [row.id, row]));
    return new Map(
      due.flatMap((reader) => {
        const row = found.get(reader.notificationId);
        if (!row) return [];
        return [[row.id, row.reason === null ? this.matterOf(row, reader) : { reason: row.reason }]];
      }),
    );
  }

  private matterOf({ role, networkId, network, partnership, lastOn }: Row, { locale }: Due): Matter {
    const words = wordsIn(locale);
    const values = {
      role: words(`role.${role}`),
      place: partnership ?? network ?? words('mail.whole_hub'),
      date: dayIn(locale, lastOn),
    };
    return {
      subject: words('mail.role_ending.subject', values),
      networkId,
      parts: [
        { text: words('mail.role_ending.text', values) },
        { text: words('mail.role_ending.next') },
        { link: words('mail.role_ending.link'), address: this.address.of('/settings') },
      ],
    };
  }
}
