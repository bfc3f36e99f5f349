/** Brings a client that was away up to date, and gives the rooms the events they were not told. */
import { pageSize, type Backfilled, type Parsed, type Resumed } from '@hub/contracts';
import { Database } from '@hub/database';
import { Live } from '@hub/realtime';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { currentChannelMembers } from '../channels/channels.enrolment.js';
import { ChannelsService } from '../channels/channels.service.js';
import type { Actor } from '../identity/actor.js';
import { MessagesService } from '../messages/messages.service.js';
import { furthestBehind, NotificationsService } from '../notifications/notifications.service.js';

/** Events in one answer of `sync.resume`. */
const largestAnswer = 200;

interface Head {
  channelId: string;
  head: number;
}

@Injectable()
export class SyncService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly channels: ChannelsService,
    private readonly messages: MessagesService,
    private readonly notifications: NotificationsService,
    private readonly live: Live,
  ) {}

  onModuleInit(): void {
    this.live.servedBy('channel', (channelId, after) => this.messages.eventsAfter(channelId, after));
    this.live.servedBy('person', (personId, after) => this.notifications.eventsAfter(personId, after));
  }

  /** A cursor beyond the head is answered with `reset`: it comes from another life of this hub. */
  async resume(actor: Actor, { userSeq, channels }: Parsed<'sync.resume'>): Promise<Resumed> {
    const heads = new Map((await this.heads(actor, channels)).map(({ channelId, head }) => [channelId, head]));
    const userHead = await this.notifications.head(actor.personId);
    const behind = userHead - (userSeq ?? userHead);
    const reset = behind < 0 || behind > furthestBehind;
    const userEvents =
      behind > 0 && !reset ? await this.notifications.eventsAfter(actor.personId, userHead - behind) : [];
    const asked = new Map(channels.map(({ channelId, seq }) => [channelId, seq]));
    return {
      userSeq: userHead,
      userEvents,
      reset,
      channels: await this.pages(asked, heads),
      gone: [...asked.keys()].filter((channelId) => !heads.has(channelId)),
    };
  }

  async backfill(actor: Actor, { channelId, after }: Parsed<'sync.backfill'>): Promise<Backfilled> {
    const { lastSeq } = await this.channels.readable(actor, channelId);
    return this.page(channelId, after, lastSeq);
  }

  /** One answer holds so many events at most, whatever is asked for; the rest is `more`. */
  private async pages(asked: Map<string, number>, heads: Map<string, number>): Promise<Backfilled[]> {
    let left = largestAnswer;
    const pages: Backfilled[] = [];
    for (const [channelId, seq] of asked) {
      const head = heads.get(channelId);
      if (head === undefined) continue;
      const page = await this.page(channelId, seq, head, Math.min(left, pageSize));
      left -= page.events.length;
      pages.push(page);
    }
    return pages;
  }

  private async page(channelId: string, after: number, head: number, limit: number = pageSize): Promise<Backfilled> {
    if (after >= head) return { channelId, events: [], head, more: false, reset: after > head };
    if (limit === 0) return { channelId, events: [], head, more: true, reset: false };
    const events = await this.messages.eventsAfter(channelId, after, limit);
    return { channelId, events, head, more: (events.at(-1)?.seq ?? head) < head, reset: false };
  }

  private heads(actor: Actor, channels: Parsed<'sync.resume'>['channels']): Promise<Head[]> {
    return this.database.query<Head>(
      `select c.id as "channelId", c.last_seq as head from channels c
      join ${currentChannelMembers} cm on cm.channel_id = c.id and cm.person_id = $2 where c.id = any($1)`,
      [channels.map(({ channelId }) => channelId), actor.personId],
    );
  }
}
