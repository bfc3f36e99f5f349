/** How far people have read: markers that agree on every device, and everything somebody has not read yet. */
import { excerptOf, type Mention, type Parsed, type Reading, type UnreadList, type UserEvent } from '@hub/contracts';
import { Database, type Transaction } from '@hub/database';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { TopicsService } from '../channels/topics.service.js';
import type { Actor } from '../identity/actor.js';
import { JournalService, type UserRow } from '../journal/journal.service.js';
import { InboxService, type Read } from '../notifications/inbox.service.js';
import { moved, type Marker } from './reading.policy.js';
import { beginMarker, callsRead, lockMarker, moveMarker, readings, unreadChannels } from './reading.queries.js';

type UnreadChannel = UnreadList['channels'][number];

interface UnreadRow extends Omit<UnreadChannel, 'topics'> {
  topics: (Omit<UnreadChannel['topics'][number], 'excerpt'> & { body: string; mentions: Mention[] | null })[];
}

interface ReadingRow {
  topicId: string;
  channelId: string;
  reading: Reading;
}

@Injectable()
export class ReadingService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly topics: TopicsService,
    private readonly journal: JournalService,
    private readonly inbox: InboxService,
  ) {}

  onModuleInit(): void {
    this.journal.showsPeople(['read.moved'], (personId, rows) => this.show(personId, rows));
  }

  /** A seq beyond the topic's end is its end. What calls the reader up to there is read with it. */
  async move(actor: Actor, { topicId, epoch, seq }: Parsed<'read.move'>): Promise<Reading> {
    const { personId } = actor;
    const channel = await this.topics.readable(actor, topicId);
    const asked = { epoch, seq: Math.min(seq, channel.lastSeq) };
    await this.database.transaction(async (tx) => {
      await tx.query(beginMarker, [personId, topicId, channel.readFromSeq]);
      const [now] = await tx.query<Marker>(lockMarker, [personId, topicId]);
      const next = now && moved(now, asked);
      if (!next || next === now) return;
      await tx.query(moveMarker, [personId, topicId, next.epoch, next.seq]);
      await this.journal.appendFor(tx, [{ personId, kind: 'read.moved', subject: { topicId } }]);
      await this.readCalls(tx, personId, { topicId, seq: next.seq });
    });
    const [row] = await this.database.query<ReadingRow>(readings, [personId, [topicId]]);
    return row?.reading ?? { ...asked, unread: 0 };
  }

  async unread(actor: Actor): Promise<UnreadList> {
    const rows = await this.database.query<UnreadRow>(unreadChannels, [actor.personId]);
    const channels = rows.map(({ topics, ...channel }) => ({
      ...channel,
      topics: topics.map(({ body, mentions, ...topic }) => ({ ...topic, excerpt: excerptOf(body, mentions ?? []) })),
    }));
    return { channels };
  }

  private async readCalls(tx: Transaction, personId: string, read: { topicId: string; seq: number }): Promise<void> {
    const marked = await tx.query<Read>(callsRead, [personId, read.topicId, read.seq]);
    await this.inbox.tellRead(tx, personId, marked);
  }

  /** Each move as the marker is now; of a topic that the person may no longer read, nothing. */
  private async show(personId: string, rows: UserRow[]): Promise<UserEvent[]> {
    const idOf = ({ subject }: UserRow) => (subject as { topicId: string }).topicId;
    const found = await this.database.query<ReadingRow>(readings, [personId, [...new Set(rows.map(idOf))]]);
    const byTopic = new Map(found.map((row) => [row.topicId, row]));
    return rows.flatMap((row): UserEvent[] => {
      const reading = byTopic.get(idOf(row));
      return reading ? [{ kind: 'read.moved', userSeq: row.seq, ...reading }] : [];
    });
  }
}
