/** Whom an audience is today, shown before anything is sent. */
import { Failure, type Audience, type AudienceCount, type Parsed } from '@hub/contracts';
import { Database } from '@hub/database';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../identity/actor.js';
import { audienceCount } from './audience.queries.js';
import { BroadcastsService } from './broadcasts.service.js';
import { clockIn, instantOf, isNight } from './moment.policy.js';

const named = 200;

type Counted = Omit<AudienceCount, 'nights'> & { zones: { timeZone: string; people: number }[] };

@Injectable()
export class AudienceService {
  constructor(
    private readonly database: Database,
    private readonly broadcasts: BroadcastsService,
  ) {}

  async count(actor: Actor, { audience, at }: Parsed<'broadcast.audience'>): Promise<AudienceCount> {
    const counted = await this.database.transaction(async (tx) => {
      await this.broadcasts.requireSending(tx, actor, audience.networkIds);
      const [row] = await tx.query<Counted>(audienceCount, [...valuesOf(audience, actor.personId), named]);
      return row;
    });
    if (!counted) throw new Failure('NOT_FOUND', 'There is nothing here.');
    const { zones, ...rest } = counted;
    return { ...rest, nights: at === null ? [] : nightsAt(instantOf(at), zones) };
  }
}

/** In the order of the parameters of the audience's SQL. */
export function valuesOf({ networkIds, partnershipIds, sides, roles }: Audience, senderId: string): unknown[] {
  return [networkIds, partnershipIds, sides, roles, senderId];
}

function nightsAt(at: Date, zones: Counted['zones']): AudienceCount['nights'] {
  return zones
    .map((zone) => ({ ...zone, localTime: clockIn(zone.timeZone, at) }))
    .filter(({ localTime }) => isNight(localTime))
    .sort((a, b) => b.people - a.people || a.timeZone.localeCompare(b.timeZone));
}
