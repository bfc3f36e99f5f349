/** Who is here and who is writing: volatile, never stored. */
import type { Parsed } from '@hub/contracts';
import { Database } from '@hub/database';
import { channelRoom, Live } from '@hub/realtime';
import { Injectable } from '@nestjs/common';
import { ChannelsService } from '../channels/channels.service.js';
import { TopicsService } from '../channels/topics.service.js';
import type { Actor } from '../identity/actor.js';

@Injectable()
export class PresenceService {
  constructor(
    private readonly database: Database,
    private readonly channels: ChannelsService,
    private readonly topics: TopicsService,
    private readonly live: Live,
  ) {}

  async typing(actor: Actor, { topicId, typing }: Parsed<'typing.set'>): Promise<void> {
    const { id: channelId } = await this.topics.readable(actor, topicId);
    const [person] = await this.database.query<{ id: string; name: string; initials: string }>(
      'select id, name, initials from people where id = $1',
      [actor.personId],
    );
    if (person)
      this.live.whisper(channelRoom(channelId), { kind: 'typing.changed', channelId, topicId, person, typing });
  }

  async here(actor: Actor, channelId: string): Promise<{ here: string[] }> {
    await this.channels.readable(actor, channelId);
    return { here: [] };
  }
}
