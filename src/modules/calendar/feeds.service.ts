/** A person's calendar feeds: made with an address that is shown once, listed, revoked. */
import { Failure, maxFeeds, type CalendarFeed, type Parsed } from '@hub/contracts';
import { Database, type Transaction } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { createHash, randomBytes } from 'node:crypto';
import { Address } from '../../edge/address.js';
import { Tries, type Allowance } from '../../edge/tries.js';
import { AuditService } from '../administration/audit.service.js';
import { worksInNetwork, type Actor } from '../identity/actor.js';
import { NetworkAccessService } from '../networks/network-access.service.js';
import {
  countFeeds,
  feedsOf,
  holdOwner,
  makeFeed,
  partnershipBySlug,
  revokeFeed,
  revokeFeeds,
} from './feeds.queries.js';

const making: Allowance = { what: 'feeds made', tries: 30, seconds: 60 * 60 };

export const hashOfToken = (token: string): Buffer => createHash('sha256').update(token).digest();
const tooMany = () =>
  new Failure('INVALID', `A person has at most ${maxFeeds} calendar feeds.`, {
    fields: [{ path: 'scope', problem: 'too_many', bound: maxFeeds }],
  });
const absent = () => new Failure('NOT_FOUND', 'There is nothing here.');

interface Subject {
  networkId: string | null;
  partnershipId: string | null;
}

@Injectable()
export class FeedsService {
  constructor(
    private readonly database: Database,
    private readonly networks: NetworkAccessService,
    private readonly audit: AuditService,
    private readonly tries: Tries,
    private readonly address: Address,
  ) {}

  list({ personId }: Actor): Promise<CalendarFeed[]> {
    return this.database.query<CalendarFeed>(feedsOf, [personId]);
  }

  /** The token in the address is not stored. */
  async make(actor: Actor, input: Parsed<'feed.make'>): Promise<{ feed: CalendarFeed; address: string }> {
    await this.tries.count(making, actor.personId);
    const { networkId, partnershipId } = await this.subject(actor, input);
    const token = randomBytes(32).toString('base64url');
    await this.database.transaction(async (tx) => {
      await tx.query(holdOwner, [actor.personId]);
      const [others] = await tx.query<{ count: number }>(countFeeds, [actor.personId, input.feedId]);
      if (others && others.count >= maxFeeds) throw tooMany();
      const row = [input.feedId, actor.personId, input.scope, networkId, partnershipId, hashOfToken(token)];
      const [made] = await tx.query<{ id: string }>(makeFeed, row);
      if (!made) throw new Failure('CONFLICT', 'This id belongs to another feed.');
      const after = { scope: input.scope, networkId, partnershipId };
      await this.audit.write(tx, { actor, networkId: null, action: 'feed.make', subjectId: made.id, after });
    });
    const feed = (await this.list(actor)).find(({ id }) => id === input.feedId);
    if (!feed) throw absent();
    return { feed, address: this.address.of(`/calendar/${token}.ics`) };
  }

  async revoke(actor: Actor, feedId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const [revoked] = await tx.query<{ id: string }>(revokeFeed, [feedId, actor.personId]);
      if (!revoked) throw absent();
      await this.audit.write(tx, { actor, networkId: null, action: 'feed.revoke', subjectId: feedId });
    });
  }

  /** For somebody who must be out at once; the caller writes it down. Answers which there were. */
  async revokeAll(tx: Transaction, personId: string): Promise<string[]> {
    return (await tx.query<{ id: string }>(revokeFeeds, [personId])).map(({ id }) => id);
  }

  /** What the feed is about, if it is open to whoever makes it. */
  private async subject(actor: Actor, input: Parsed<'feed.make'>): Promise<Subject> {
    if (input.scope === 'personal') return { networkId: null, partnershipId: null };
    if (input.scope === 'network')
      return { networkId: (await this.networks.visible(actor, input.networkSlug)).id, partnershipId: null };
    const [found] = await this.database.query<{ id: string; networkId: string }>(partnershipBySlug, [
      input.partnershipSlug,
    ]);
    if (!found || !worksInNetwork(actor, found.networkId)) throw absent();
    return { networkId: null, partnershipId: found.id };
  }
}
