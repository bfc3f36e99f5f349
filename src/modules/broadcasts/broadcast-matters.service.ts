/** What a letter to a recipient says: the broadcast in their language, and where it is acknowledged. */
import { Database } from '@hub/database';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Address } from '../../edge/address.js';
import { wordsIn } from '../mail/words.js';
import { MattersService, type Due, type Matter, type NotTold } from '../notifications/matters.service.js';
import { partsOf, type LetterText } from './broadcast-letter.js';
import { broadcastMatters } from './broadcast-matters.queries.js';
import { LinksService } from './links.service.js';

type Row = LetterText & {
  id: string;
  kind: 'broadcast' | 'acknowledgement_missing';
  broadcastId: string;
  /** Its reader is asked for it and has not acknowledged. */
  missing: boolean;
  reason: string | null;
};

@Injectable()
export class BroadcastMattersService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly matters: MattersService,
    private readonly links: LinksService,
    private readonly address: Address,
  ) {}

  onModuleInit(): void {
    this.matters.writes(['broadcast', 'acknowledgement_missing'], (due) => this.write(due));
  }

  private async write(due: Due[]): Promise<Map<string, Matter | NotTold>> {
    const rows = await this.database.query<Row>(broadcastMatters, [due.map(({ notificationId }) => notificationId)]);
    const readers = new Map(due.map((one) => [one.notificationId, one]));
    const written = rows.map(async (row): Promise<[string, Matter | NotTold]> => {
      const reader = readers.get(row.id);
      if (!reader || row.reason !== null) return [row.id, { reason: row.reason ?? 'gone' }];
      return [row.id, await this.matterOf(row, reader)];
    });
    return new Map(await Promise.all(written));
  }

  private async matterOf(row: Row, { personId, locale }: Due): Promise<Matter> {
    const { kind, broadcastId, missing, title } = row;
    const words = wordsIn(locale);
    const links = {
      acknowledge: missing ? await this.links.linkFor({ personId, broadcastId }) : null,
      page: this.address.of(`/b/${broadcastId}`),
    };
    return {
      subject: kind === 'broadcast' ? title : words('mail.broadcast.missing', { title }),
      // Networks have no say in it.
      networkId: null,
      thread: `broadcast/${broadcastId}`,
      parts: partsOf(row, links, { words, locale }),
    };
  }
}
