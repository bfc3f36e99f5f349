/**
 * What happened, in order: a log for each channel and one for each person, written in the transaction of the change
 * and told once it is committed. The logs hold no texts; each feature shows its own kinds as they are today.
 */
import { pageSize, type ChannelEvent, type UserEvent } from '@hub/contracts';
import { Database, Together, type Transaction } from '@hub/database';
import { channelRoom, Live, personRoom } from '@hub/realtime';
import { Injectable } from '@nestjs/common';
import {
  appendChannelEvents,
  appendUserEvents,
  channelEventsAfter,
  forgetUserEvents,
  lockChannels,
  userEventsAfter,
} from './journal.queries.js';

/** A client further behind in its own events than this fetches afresh. */
export const furthestBehind = 200;
/** A person's older events are dropped now and then. */
const kept = 1_000;

export interface ChannelEntry {
  channelId: string;
  kind: ChannelEvent['kind'];
  subjectId: string;
}

export interface UserEntry {
  personId: string;
  kind: UserEvent['kind'];
  subject: object;
}

export interface ChannelRow {
  seq: number;
  kind: ChannelEvent['kind'];
  subjectId: string;
}

export interface UserRow {
  /** What it was asked for with: a person may be asked for twice at once, from different seqs. */
  key: string;
  personId: string;
  seq: number;
  kind: UserEvent['kind'];
  subject: object;
}

/** Rows of one's own kinds as events, by seq. What is left out is not there (any more) for a reader of the log. */
type ShowChannelRows = (channelId: string, rows: ChannelRow[]) => Promise<ChannelEvent[]>;
type ShowUserRows = (rows: UserRow[]) => Promise<Map<UserRow, UserEvent>>;

@Injectable()
export class JournalService {
  private readonly ofChannels = new Map<string, ShowChannelRows>();
  private readonly ofPeople = new Map<string, ShowUserRows>();
  private readonly ofPeopleTogether = new Together<UserEvent[]>((keys) => this.readOfPeople(keys));

  constructor(
    private readonly database: Database,
    private readonly live: Live,
  ) {}

  showsChannels(kinds: ChannelEvent['kind'][], show: ShowChannelRows): void {
    for (const kind of kinds) this.ofChannels.set(kind, show);
  }

  /** One person after the other. */
  showsPeople(kinds: UserEvent['kind'][], show: (personId: string, rows: UserRow[]) => Promise<UserEvent[]>): void {
    this.showsPeopleTogether(kinds, async (rows) => {
      const shown = new Map<UserRow, UserEvent>();
      for (const [personId, own] of groupedBy(rows, (row) => row.personId)) {
        const bySeq = new Map((await show(personId, own)).map((event) => [event.userSeq, event]));
        for (const row of own) {
          const event = bySeq.get(row.seq);
          if (event) shown.set(row, event);
        }
      }
      return shown;
    });
  }

  /** Many people at once: what is told to everybody who is online. */
  showsPeopleTogether(kinds: UserEvent['kind'][], show: ShowUserRows): void {
    for (const kind of kinds) this.ofPeople.set(kind, show);
  }

  /** Holds these channels as they are until the transaction ends. */
  async lock(tx: Transaction, channelIds: string[]): Promise<void> {
    await tx.query(lockChannels, [channelIds]);
  }

  /** Gives each entry its channel's next seq, and tells the channels after the commit. Answers each entry's seq. */
  async append(tx: Transaction, entries: ChannelEntry[]): Promise<number[]> {
    if (entries.length === 0) return [];
    await this.lock(tx, [...new Set(entries.map(({ channelId }) => channelId))]);
    const rows = await tx.query<{ channelId: string; seq: number }>(appendChannelEvents, [
      entries.map(({ channelId }) => channelId),
      entries.map(({ kind }) => kind),
      entries.map(({ subjectId }) => subjectId),
    ]);
    const first = new Map<string, number>();
    const last = new Map<string, number>();
    for (const { channelId, seq } of rows) {
      first.set(channelId, Math.min(seq, first.get(channelId) ?? seq));
      last.set(channelId, Math.max(seq, last.get(channelId) ?? seq));
    }
    tx.afterCommit(() => {
      for (const [channelId, seq] of first) this.live.behind(channelRoom(channelId), seq - 1, last.get(channelId));
    });
    const next = new Map(first);
    return entries.map(({ channelId }) => {
      const seq = next.get(channelId) ?? 0;
      next.set(channelId, seq + 1);
      return seq;
    });
  }

  /** Gives each entry its person's next seq, and tells them after the commit. */
  async appendFor(tx: Transaction, entries: UserEntry[]): Promise<void> {
    if (entries.length === 0) return;
    const rows = await tx.query<{ personId: string; seq: number }>(appendUserEvents, [
      entries.map(({ personId }) => personId),
      entries.map(({ kind }) => kind),
      entries.map(({ subject }) => JSON.stringify(subject)),
    ]);
    for (const { personId, seq } of rows) {
      tx.afterCommit(() => this.live.behind(personRoom(personId), seq - 1, seq));
      if (seq % kept === 0) await tx.query(forgetUserEvents, [personId, seq - kept]);
    }
  }

  /** A channel's events in order and without holes, for whoever was found entitled to the channel. */
  async channelEventsAfter(channelId: string, after: number, limit: number = pageSize): Promise<ChannelEvent[]> {
    const rows = await this.database.prepared<ChannelRow>('channel_events_after', channelEventsAfter, [
      channelId,
      after,
      limit,
    ]);
    const shown = new Map<number, ChannelEvent>();
    for (const [show, own] of byShow(rows, this.ofChannels))
      for (const event of await show(channelId, own)) shown.set(event.seq, event);
    return rows.map(({ seq }) => shown.get(seq) ?? { kind: 'event.gone', channelId, seq });
  }

  /** A person's events in order, `furthestBehind` at most. One about something the person may no longer see is left out. */
  async userEventsAfter(personId: string, after: number): Promise<UserEvent[]> {
    return (await this.ofPeopleTogether.ask(`${personId} ${after}`)) ?? [];
  }

  /** By what was asked: a person and a seq. */
  private async readOfPeople(keys: string[]): Promise<Map<string, UserEvent[]>> {
    const asked = keys.map((key) => {
      const [personId, after] = key.split(' ');
      return { key, personId, after };
    });
    const values = [JSON.stringify(asked), furthestBehind];
    const rows = await this.database.prepared<UserRow>('user_events_after', userEventsAfter, values);
    const shown = new Map<UserRow, UserEvent>();
    for (const [show, own] of byShow(rows, this.ofPeople))
      for (const [row, event] of await show(own)) shown.set(row, event);
    const found = new Map<string, UserEvent[]>();
    for (const [key, own] of groupedBy(rows, (row) => row.key))
      found.set(
        key,
        own.flatMap((row) => shown.get(row) ?? []),
      );
    return found;
  }
}

function byShow<Row extends { kind: string }, Show>(rows: Row[], shows: Map<string, Show>): Map<Show, Row[]> {
  const shown = rows.filter(({ kind }) => shows.has(kind));
  return groupedBy(shown, ({ kind }) => shows.get(kind) as Show);
}

function groupedBy<Row, Key>(rows: Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
