/** The demonstration's door: anybody may be one of eleven people. Outside the demonstration it does not exist. */
import { Failure, type DemonstrationPerson, type KeptLetter } from '@hub/contracts';
import { Database, readSetting } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { Config } from '../../config.js';
import { MailboxService } from '../mail/mailbox.service.js';

interface Stamp {
  people: { personId: string; network: string | null }[];
}

@Injectable()
export class DemonstrationService {
  constructor(
    private readonly database: Database,
    private readonly mailbox: MailboxService,
    private readonly config: Config,
  ) {}

  async people(): Promise<DemonstrationPerson[]> {
    const { people } = await this.stamp();
    return this.database.query<DemonstrationPerson>(cards, [
      people.map(({ personId }) => personId),
      people.map(({ network }) => network),
    ]);
  }

  /** Refuses anybody who is not one of them. */
  async offers(personId: string): Promise<void> {
    const { people } = await this.stamp();
    if (!people.some((person) => person.personId === personId)) throw absent();
  }

  /** Letters go nowhere here, so that whoever looks at the demonstration can follow the links in them. */
  async mails(): Promise<KeptLetter[]> {
    await this.stamp();
    return this.mailbox.latest();
  }

  private async stamp(): Promise<Stamp> {
    const stamp = this.config.demonstration ? await readSetting(this.database, 'demonstration') : undefined;
    if (stamp === undefined) throw absent();
    return stamp as Stamp;
  }
}

const absent = () => new Failure('NOT_FOUND', 'There is nothing here.');

/** $1 people, $2 the slug of the network each is introduced in, pairwise. */
const cards = `
  select p.id, p.name, p.initials, p.title, m.role, m.side, seat.mandate, coalesce(g.name, 'ICLD') as place,
    n.name as network
  from unnest($1::uuid[], $2::text[]) with ordinality as shown(id, network, position)
  join people p on p.id = shown.id
  left join networks n on n.slug = shown.network
  left join local_governments g on g.id = p.local_government_id
  join lateral (select * from current_memberships m where m.person_id = p.id
    and (m.network_id is not distinct from n.id or m.network_id is null) order by m.from_on, m.id limit 1) m on true
  left join seat_holders h on h.membership_id = m.id and (h.until_on is null or current_date < h.until_on)
  left join seats seat on seat.id = h.seat_id
  order by shown.position`;
