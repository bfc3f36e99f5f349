/** Networks: the frame that partnerships share, whom to ask in it, and who is in it. */
import { Failure, type Directory, type NetworkCard, type NetworkPage, type Role } from '@hub/contracts';
import { Database } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { ChannelsService } from '../channels/channels.service.js';
import { isAdministrator, networksSeen, rolesIn, seesNetwork, worksInNetwork, type Actor } from '../identity/actor.js';
import { PeopleService } from '../identity/people.service.js';
import { PartnershipsService } from '../partnerships/partnerships.service.js';
import { rightsIn } from './networks.policy.js';
import { networks } from './networks.queries.js';

type Loaded = Omit<NetworkPage, 'may' | 'myRoles' | 'peopleToAsk' | 'partnershipCards' | 'channels'>;

const askable: readonly Role[] = ['project_coordinator', 'research_advisor', 'expert', 'mentor'];
const absent = () => new Failure('NOT_FOUND', 'There is nothing here.');

@Injectable()
export class NetworksService {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly partnerships: PartnershipsService,
    private readonly channels: ChannelsService,
  ) {}

  /** Every network the actor sees, the youngest first. */
  async list(actor: Actor): Promise<NetworkCard[]> {
    const ids = isAdministrator(actor) ? null : networksSeen(actor);
    const rows = await this.database.query<Loaded>(networks, [ids, null]);
    return rows.map((row) => ({ ...row, myRoles: rolesIn(actor, row.id) }));
  }

  async page(actor: Actor, slug: string): Promise<NetworkPage> {
    const network = await this.readable(actor, slug);
    const [asked, partnershipCards, channels] = await Promise.all([
      this.people.list({ networkId: network.id, roles: askable }),
      this.partnerships.cards(network.id),
      this.channels.cards(actor, { networkId: network.id }),
    ]);
    const rank = (roles: { role: Role }[]) => Math.min(...roles.map(({ role }) => askable.indexOf(role)));
    const peopleToAsk = asked.toSorted((a, b) => rank(a.roles) - rank(b.roles));
    const mine = { myRoles: rolesIn(actor, network.id), may: rightsIn(actor, network) };
    return { ...network, ...mine, peopleToAsk, partnershipCards, channels };
  }

  async directory(actor: Actor, slug: string): Promise<Directory> {
    const { id, name } = await this.readable(actor, slug);
    if (!worksInNetwork(actor, id)) throw absent();
    return { network: { id, slug, name }, people: await this.people.list({ networkId: id }) };
  }

  /** Absent and hidden answer the same. */
  private async readable(actor: Actor, slug: string): Promise<Loaded> {
    const [network] = await this.database.query<Loaded>(networks, [null, slug]);
    if (!network || !seesNetwork(actor, network.id)) throw absent();
    return network;
  }
}
