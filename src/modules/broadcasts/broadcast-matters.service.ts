/** What the postman's letters say of broadcasts, and why they do not any more. */
import { Database } from '@hub/database';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Address } from '../../edge/address.js';
import { wordsIn } from '../mail/words.js';
import { MattersService, type Due, type Matter, type NotTold } from '../notifications/matters.service.js';
import { partsOf, type LetterText } from './broadcast-letter.js';
import { broadcastMatters } from './letter.queries.js';
import { LinksService } from './links.service.js';

interface Row extends LetterText {
  id: string;
  broadcastId: string;
  version: number;
  networkId: string;
  acknowledged: boolean;
  reason: string | null;
}

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
    const rows = await this.database.prepared<Row>('broadcast_matters', broadcastMatters, [
      due.map(({ notificationId }) => notificationId),
    ]);
    const found = new Map(rows.map((row) => [row.id, row]));
    const written = due.map(async (reader): Promise<[string, Matter | NotTold][]> => {
      const row = found.get(reader.notificationId);
      if (!row) return [];
      return [[row.id, row.reason === null ? await this.matterOf(row, reader) : { reason: row.reason }]];
    });
    return new Map((await Promise.all(written)).flat());
  }

  private async matterOf(row: Row, { personId, kind, locale }: Due): Promise<Matter> {
    const { broadcastId, version, networkId, title } = row;
    const words = wordsIn(locale);
    const asks = row.acknowledge && !row.acknowledged;
    const acknowledge = asks ? await this.links.linkFor({ personId, broadcastId, version }) : null;
    return {
      subject: kind === 'broadcast' ? title : words('mail.broadcast.missing', { title }),
      networkId,
      thread: `broadcast/${broadcastId}`,
      parts: partsOf(row, { acknowledge, page: this.address.of(`/b/${broadcastId}`) }, { words, locale }),
    };
  }
}
