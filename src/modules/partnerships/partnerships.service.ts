/** Partnerships: their parties, project and steering group. Who sits with which mandate is for the steering group and ICLD. */
import { Failure, type NetworkStatus, type PartnershipCard, type PartnershipPage, type Seat } from '@hub/contracts';
import { Database } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { ChannelsService } from '../channels/channels.service.js';
import { seesComposition, worksInNetwork, type Actor } from '../identity/actor.js';
import { PeopleService } from '../identity/people.service.js';
import { isClosed, looksAfter } from '../networks/networks.policy.js';
import { partnershipBySlug, partnershipCards, seatsOf } from './partnerships.queries.js';
import { keepsSeats, missingMandates } from './seats.policy.js';

type Loaded = Omit<PartnershipPage, 'people' | 'steeringGroup' | 'channels' | 'may'> & { networkStatus: NetworkStatus };

@Injectable()
export class PartnershipsService {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly channels: ChannelsService,
  ) {}

  /** For a network that the caller has authorised. */
  cards(networkId: string): Promise<PartnershipCard[]> {
    return this.database.query<PartnershipCard>(partnershipCards, [networkId]);
  }

  async page(actor: Actor, slug: string): Promise<PartnershipPage> {
    const partnership = await this.readable(actor, slug);
    const where = { networkId: partnership.network.id, partnershipId: partnership.id };
    const [people, seats, channels] = await Promise.all([
      this.people.list(where),
      this.database.query<Seat>(seatsOf, [partnership.id]),
      this.channels.cards(actor, where),
    ]);
    const of = { id: partnership.id, networkId: partnership.network.id };
    const open = !isClosed(partnership.networkStatus);
    const compositionShown = seesComposition(actor, of);
    return {
      ...partnership,
      may: { change: open && looksAfter(actor, of.networkId), seats: open && keepsSeats(actor, of) },
      people,
      channels,
      steeringGroup: {
        compositionShown,
        missingMandates: compositionShown ? missingMandates(seats) : null,
        seats: compositionShown ? seats : withoutComposition(seats),
      },
    };
  }

  /** Absent and hidden answer the same. */
  private async readable(actor: Actor, slug: string): Promise<Loaded> {
    const [partnership] = await this.database.query<Loaded>(partnershipBySlug, [slug]);
    if (!partnership || !worksInNetwork(actor, partnership.network.id))
      throw new Failure('NOT_FOUND', 'There is nothing here.');
    return partnership;
  }
}

/** Which seats are vacant, and the order by mandate, would tell the composition as well. */
function withoutComposition(seats: Seat[]): Seat[] {
  return seats
    .filter(({ holder }) => holder !== null)
    .map((seat) => ({ ...seat, mandate: null }))
    .sort((a, b) => a.side.localeCompare(b.side) * -1 || a.role.localeCompare(b.role) || byName(a, b));
}

function byName(a: Seat, b: Seat): number {
  return (a.holder?.name ?? '').localeCompare(b.holder?.name ?? '');
}
