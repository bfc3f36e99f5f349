/** What a letter says of messages: the whole text of what is told, except from sensitive channels. */
import type { Mention } from '@hub/contracts';
import { Database } from '@hub/database';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Address } from '../../edge/address.js';
import type { Part } from '../mail/letter.js';
import { wordsIn, type Words } from '../mail/words.js';
import { MattersService, type Due, type Matter, type NotTold } from './matters.service.js';
import { messageMatters } from './message-matters.queries.js';
import { momentIn, spelledOut } from './spelled.js';

interface Said {
  from: string;
  sentAt: string;
  body: string | null;
  mentions: Mention[] | null;
}

interface Row extends Said {
  id: string;
  kind: 'mention' | 'direct' | 'reply' | 'report';
  channelId: string;
  networkId: string;
  sensitive: boolean;
  channelKind: string;
  channelName: string;
  networkSlug: string;
  networkName: string;
  topicId: string;
  /** Empty in a sensitive channel. */
  topicTitle: string;
  messageId: string;
  earlier: Said[] | null;
  reason: string | null;
}

@Injectable()
export class MessageMattersService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly matters: MattersService,
    private readonly address: Address,
  ) {}

  onModuleInit(): void {
    this.matters.writes(['mention', 'direct', 'reply', 'report'], (due) => this.write(due));
  }

  private async write(due: Due[]): Promise<Map<string, Matter | NotTold>> {
    const rows = await this.database.query<Row>(messageMatters, [due.map(({ notificationId }) => notificationId)]);
    const readers = new Map(due.map((one) => [one.notificationId, one]));
    return new Map(
      rows.flatMap((row) => {
        const reader = readers.get(row.id);
        if (!reader) return [];
        return [[row.id, row.reason === null ? this.matterOf(row, reader) : { reason: row.reason }]];
      }),
    );
  }

  private matterOf(row: Row, reader: Due): Matter {
    const { kind, networkId, channelId, topicId, messageId, networkSlug } = row;
    const words = wordsIn(reader.locale);
    const values = { name: row.from, topic: row.topicTitle, channel: row.channelName };
    const subject = words(
      row.sensitive && (kind === 'mention' || kind === 'reply')
        ? `mail.${kind}.subject_sensitive`
        : `mail.${kind}.subject`,
      values,
    );
    if (kind === 'report') {
      const link = { link: words('mail.report.link'), address: this.address.of(`/n/${networkSlug}/reports`) };
      return { subject, networkId, parts: [{ text: words('mail.report.text', values) }, link] };
    }
    const where = { text: words('mail.where', { channel: row.channelName, network: row.networkName }) };
    const link = {
      link: words('mail.read_answer'),
      address: this.address.of(`/t/${topicId}?m=${messageId}`),
    };
    const parts = [
      ...(row.channelKind === 'direct' ? [] : [where]),
      ...(row.sensitive ? [{ text: words('mail.sensitive', values) }] : textsOf(row, reader, words)),
      link,
    ];
    return { subject, networkId, channelId, thread: `topic/${topicId}`, parts };
  }
}

/** What was folded stands before the latest, in the order it was written. */
function textsOf(row: Row, { locale, timeZone, count }: Due, words: Words): Part[] {
  const said = [...(row.earlier ?? []), row];
  const more = count - said.length;
  return [
    ...(more > 0 && row.earlier ? [{ text: words('mail.earlier', { count: more }) }] : []),
    ...said.flatMap(({ from, sentAt, body, mentions }): Part[] => [
      { text: words('mail.written', { name: from, at: momentIn(locale, timeZone, sentAt) }) },
      { quoted: spelledOut(body ?? '', mentions ?? [], words) },
    ]),
  ];
}
