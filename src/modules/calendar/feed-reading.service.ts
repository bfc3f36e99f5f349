/** A feed as a calendar reads it, by its address alone: what its owner may see at this moment. */
import { Failure, type Locale } from '@hub/contracts';
import { Database } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { Address } from '../../edge/address.js';
import { Tries, type Allowance } from '../../edge/tries.js';
import { isAdministrator, type ActorMembership } from '../identity/actor.js';
import { wordsIn } from '../mail/words.js';
import { fileOf, type MilestoneTold, type VisitTold } from './feed-file.js';
import { reachOf, type FeedSubject, type Reach } from './feeds.policy.js';
import { allNetworks, feedByHash, feedUsed, milestonesToTell, visitsToTell } from './feeds.queries.js';
import { hashOfToken } from './feeds.service.js';

/** Calendars ask every hour or so, on every device of a person. */
const readings: Allowance = { what: 'feed readings', tries: 120, seconds: 60 * 60 };
/** Calendars of many people ask from one address, and go on asking for feeds that were revoked. */
const misses: Allowance = { what: 'feed misses by address', tries: 600, seconds: 60 * 60 };

interface Feed extends FeedSubject {
  id: string;
  /** Of the network or partnership. */
  name: string | null;
  personId: string;
  locale: Locale;
  memberships: ActorMembership[];
}

@Injectable()
export class FeedReadingService {
  constructor(
    private readonly database: Database,
    private readonly tries: Tries,
    private readonly address: Address,
  ) {}

  /** Wrong, revoked and closed to its owner answer the same. `from`: where it is asked from. */
  async read(token: string, from: string): Promise<string> {
    const [feed] = await this.database.query<Feed>(feedByHash, [hashOfToken(token)]);
    const reach = feed && (await this.reach(feed));
    if (!feed || !reach) {
      await this.tries.count(misses, from);
      throw new Failure('NOT_FOUND', 'There is nothing here.');
    }
    await this.tries.count(readings, feed.id);
    await this.database.query(feedUsed, [feed.id]);
    const [milestones, visits] = await Promise.all([
      this.database.query<MilestoneTold>(milestonesToTell, [reach.networks, reach.milestonesOf, reach.partnerships]),
      this.database.query<VisitTold>(visitsToTell, [reach.visitsOf, reach.partnerships]),
    ]);
    const words = wordsIn(feed.locale);
    const name = feed.name === null ? words('feed.name_personal') : words('feed.name_of', { name: feed.name });
    const address = (path: string) => this.address.of(path);
    return fileOf(name, { words, locale: feed.locale, address }, milestones, visits);
  }

  private async reach(feed: Feed): Promise<Reach | undefined> {
    const { id: sessionId, personId, memberships } = feed;
    const owner = { personId, sessionId, memberships };
    const all = isAdministrator(owner) ? await this.database.query<{ id: string }>(allNetworks) : [];
    return reachOf(
      owner,
      feed,
      all.map((network) => network.id),
    );
  }
}
