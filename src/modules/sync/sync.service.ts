/** Brings a client that was away up to date, and gives the rooms the events they were not told. */
import { pageSize, type Backfilled, type ChannelEvent, type Parsed, type Resumed } from '@hub/contracts';
import { Database, mostTogether } from '@hub/database';
import { Live, type Told } from '@hub/realtime';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { currentPlaces } from '../channels/channels.fragments.js';
import { ChannelsService } from '../channels/channels.service.js';
import type { Actor } from '../identity/actor.js';
import { furthestBehind, JournalService } from '../journal/journal.service.js';

/** Events in one answer of `sync.resume`. */
const largestAnswer = 200;
/**
 * Letters of messages in one answer: in any script far less than may wait for a socket, so that nobody is cut for
 * reading slowly what they asked for.
 */
const mostText = 100_000;

type Asked = Parsed<'sync.resume'>['channels'][number];

interface Head {
  channelId: string;
  head: number;
  /** Whether the event at the cursor is about what the client says. */
  same: boolean;
}

/** With where the person's own events end; without a channel where they are in none of them. */
type HeadRow = { userHead: number } & (Head | { channelId: null });

@Injectable()
export class SyncService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly channels: ChannelsService,
    private readonly journal: JournalService,
    private readonly live: Live,
  ) {}

  onModuleInit(): void {
    this.live.servedBy('channel', async (channelId, after) =>
      lightest(await this.journal.channelEventsAfter(channelId, after), mostText),
    );
    this.live.servedBy('person', (personId, after) => this.journal.userEventsAfter(personId, after), mostTogether);
    this.live.comparedBy((channels, people) => this.further(channels, people));
  }

  /**
   * A cursor beyond the head, or on another event than the client had there, is from another life of this hub: `reset`.
   * After a restart everybody comes back at once, mostly with nothing new: then what this node told its rooms answers.
   */
  async resume(actor: Actor, { userSeq, channels }: Parsed<'sync.resume'>): Promise<Resumed> {
    const known = new Map(channels.map((one) => [one.channelId, one]));
    const asked = this.live.returning.uncertain(actor.personId, [...known.values()]);
    const told = this.live.returning.toldTo(actor.personId);
    if (asked.length === 0 && told !== undefined && told === (userSeq ?? told))
      return { userSeq: told, userEvents: [], reset: false, channels: [], gone: [] };
    const rows = await this.heads(actor, asked);
    const userHead = rows[0]?.userHead ?? 0;
    const heads = new Map(rows.flatMap((row) => (row.channelId === null ? [] : [[row.channelId, row]])));
    const behind = userHead - (userSeq ?? userHead);
    const reset = behind < 0 || behind > furthestBehind;
    const userEvents =
      behind > 0 && !reset ? await this.journal.userEventsAfter(actor.personId, userHead - behind) : [];
    return {
      userSeq: userHead,
      userEvents,
      reset,
      channels: await this.pages(asked, heads),
      gone: asked.flatMap(({ channelId }) => (heads.has(channelId) ? [] : [channelId])),
    };
  }

  async backfill(actor: Actor, { channelId, after }: Parsed<'sync.backfill'>): Promise<Backfilled> {
    const { lastSeq } = await this.channels.readable(actor, channelId);
    return this.page(channelId, after, lastSeq);
  }

  /** Of those with something to tell. One answer holds so many events at most, whatever is asked for; the rest is `more`. */
  private async pages(asked: Asked[], heads: Map<string, Head>): Promise<Backfilled[]> {
    const left = { events: largestAnswer, text: mostText };
    const pages: Backfilled[] = [];
    for (const place of asked) {
      const { channelId, seq } = place;
      const found = heads.get(channelId);
      if (!found) continue;
      const { head, same } = found;
      if (same && seq === head) {
        this.live.returning.learn(place);
        continue;
      }
      const page = same
        ? await this.page(channelId, seq, head, left)
        : { channelId, events: [], head, more: false, reset: true };
      left.events -= page.events.length;
      left.text -= textOf(page.events);
      pages.push(page);
    }
    return pages;
  }

  private async page(
    channelId: string,
    after: number,
    head: number,
    left = { events: pageSize as number, text: mostText },
  ): Promise<Backfilled> {
    if (after >= head) return { channelId, events: [], head, more: false, reset: after > head };
    if (left.events <= 0 || left.text <= 0) return { channelId, events: [], head, more: true, reset: false };
    const page = await this.journal.channelEventsAfter(channelId, after, Math.min(left.events, pageSize));
    const events = lightest(page, left.text);
    return { channelId, events, head, more: (events.at(-1)?.seq ?? head) < head, reset: false };
  }

  private further(channels: Told[], people: Told[]): Promise<{ room: string; head: number }[]> {
    return this.database.prepared('further', further, [
      channels.map(({ id }) => id),
      channels.map(({ head }) => head),
      people.map(({ id }) => id),
      people.map(({ head }) => head),
    ]);
  }

  private heads(actor: Actor, asked: Asked[]): Promise<HeadRow[]> {
    return this.database.prepared<HeadRow>('channel_heads', channelHeads, [
      actor.personId,
      asked.map(({ channelId }) => channelId),
      asked.map(({ seq }) => seq),
      asked.map(({ subjectId = null }) => subjectId),
    ]);
  }
}

/** $1 person, $2 channels, $3 their cursors, $4 what the event at the cursor is about, or null; a row at least. */
const channelHeads = `
  select p.event_seq as "userHead", own.* from people p left join lateral (
    select c.id as "channelId", c.last_seq as head, a.subject_id is null or a.seq > c.last_seq or exists (
      select from channel_events e where e.channel_id = c.id and e.seq = a.seq and e.subject_id = a.subject_id) as same
    from unnest($2::uuid[], $3::bigint[], $4::uuid[]) a(channel_id, seq, subject_id)
    join channels c on c.id = a.channel_id
    join ${currentPlaces} cm on cm.channel_id = c.id and cm.person_id = $1) own on true
  where p.id = $1`;

/** $1 channels and $2 up to where each was told, $3 people and $4 the same: the rooms whose logs reach further. */
const further = `
  select 'channel:' || c.id as room, c.last_seq as head
  from unnest($1::uuid[], $2::bigint[]) told(id, head) join channels c using (id) where c.last_seq > told.head
  union all
  select 'person:' || p.id, p.event_seq
  from unnest($3::uuid[], $4::bigint[]) told(id, head) join people p using (id) where p.event_seq > told.head`;

const textOf = (events: ChannelEvent[]): number =>
  events.reduce((sum, event) => sum + ('message' in event ? event.message.body.length : 0), 0);

/** The first events with so many letters, and one at least. */
function lightest(events: ChannelEvent[], text: number): ChannelEvent[] {
  let left = text;
  const end = events.findIndex((event, n) => (left -= textOf([event])) < 0 && n > 0);
  return end < 0 ? events : events.slice(0, end);
}
