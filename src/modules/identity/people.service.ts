/** People as others see them: in a network's directory, on a partnership's page, and whom to ask. */
import type { DirectoryPerson } from '@hub/contracts';
import { Database } from '@hub/database';
import { Injectable } from '@nestjs/common';

/** Narrows the people of a network to a partnership's, or to some roles. Callers have authorised the network. */
export interface PeopleFilter {
  networkId: string;
  partnershipId?: string;
  roles?: readonly string[];
}

@Injectable()
export class PeopleService {
  constructor(private readonly database: Database) {}

  /** By name, each person once with all their roles in the network (or in the partnership asked for). */
  list({ networkId, partnershipId, roles }: PeopleFilter): Promise<DirectoryPerson[]> {
    return this.database.query<DirectoryPerson>(people, [networkId, partnershipId ?? null, roles ?? null]);
  }
}

const people = `
  select p.id, p.name, p.initials, p.title, case when p.email_visible then p.email end as email,
    p.languages, p.time_zone as "timeZone",
    case when g.id is not null then json_build_object('id', g.id, 'name', g.name, 'country', g.country) end
      as "localGovernment",
    r.roles
  from people p
  join (
    select m.person_id, json_agg(json_build_object(
      'role', m.role, 'side', m.side, 'partnership',
      case when s.id is not null then json_build_object('id', s.id, 'slug', s.slug, 'name', s.name) end)
      order by m.from_on, m.role, m.id) as roles
    from current_memberships m left join partnerships s on s.id = m.partnership_id
    where m.network_id = $1 and ($2::uuid is null or m.partnership_id = $2) and ($3::text[] is null or m.role = any($3))
    group by m.person_id
  ) r on r.person_id = p.id
  left join local_governments g on g.id = p.local_government_id
  order by p.name, p.id`;
