/** Who is writing just now: told to the others in the channel, never stored, and the first to be dropped. */
import type { Parsed, PersonRef } from '@hub/contracts';
import { Database } from '@hub/database';
import { Live } from '@hub/realtime';
import { Injectable } from '@nestjs/common';
import { TopicsService } from '../channels/topics.service.js';
import type { Actor } from '../identity/actor.js';

/** Somebody's typing in a topic is told again after so long at the earliest, ms. */
const pauseMs = 1_000;
/** By then receivers have ended it by themselves, ms. */
const forgottenMs = 10_000;

@Injectable()
export class TypingService {
  /** What was last told of each person and topic, and when; oldest first. */
  private readonly told = new Map<string, { typing: boolean; at: number }>();

  constructor(
    private readonly database: Database,
    private readonly topics: TopicsService,
    private readonly live: Live,
  ) {}

  async set(actor: Actor, { topicId, typing }: Parsed<'typing.set'>): Promise<void> {
    const { id: channelId } = await this.topics.readable(actor, topicId);
    if (!this.isWorthTelling(`${actor.personId}/${topicId}`, typing)) return;
    const [person] = await this.database.query<PersonRef>('select id, name, initials from people where id = $1', [
      actor.personId,
    ]);
    if (!person) return;
    const event = { kind: 'typing.changed', channelId, topicId, person, typing } as const;
    this.live.whisper(channelId, event, { except: actor.personId });
  }

  /** That somebody stopped is told once, and only if it was told that they began. */
  private isWorthTelling(key: string, typing: boolean): boolean {
    const at = performance.now();
    for (const [old, last] of this.told) {
      if (at - last.at < forgottenMs) break;
      this.told.delete(old);
    }
    const last = this.told.get(key);
    const worth = typing ? !last || at - last.at >= pauseMs : last?.typing === true;
    if (worth) {
      this.told.delete(key);
      this.told.set(key, { typing, at });
    }
    return worth;
  }
}
