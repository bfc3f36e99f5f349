/** A person's own profile: what they chose, and the roles that others gave them. */
import { Failure, type Profile, type ProfileChange } from '@hub/contracts';
import { Database } from '@hub/database';
import { Injectable } from '@nestjs/common';
import type { Actor } from './actor.js';
import { Person } from './person.entity.js';

@Injectable()
export class ProfileService {
  constructor(private readonly database: Database) {}

  read(actor: Actor): Promise<Profile> {
    return this.of(actor.personId);
  }

  async change(actor: Actor, change: ProfileChange): Promise<Profile> {
    if (Object.keys(change).length > 0) await this.database.manager.update(Person, { id: actor.personId }, change);
    return this.of(actor.personId);
  }

  /** The profile of a person whose identity was proved by other means than a session, e.g. at sign-in. */
  async of(personId: string): Promise<Profile> {
    const [profile] = await this.database.query<Profile>(profileOf, [personId]);
    if (!profile) throw new Failure('NOT_FOUND', 'There is nothing here.');
    return profile;
  }
}

const profileOf = `
  select p.id, p.name, p.initials, p.title, p.email, p.email_visible as "emailVisible", p.languages,
    p.time_zone as "timeZone", p.locale, p.theme, p.low_data as "lowData", coalesce(
    (select json_agg(json_build_object('id', m.id, 'role', m.role, 'side', m.side,
      'network', case when n.id is not null then json_build_object('id', n.id, 'slug', n.slug, 'name', n.name) end,
      'partnership', case when s.id is not null then json_build_object('id', s.id, 'slug', s.slug, 'name', s.name) end)
      order by m.from_on desc, m.id)
    from current_memberships m
    left join networks n on n.id = m.network_id
    left join partnerships s on s.id = m.partnership_id
    where m.person_id = p.id), '[]') as memberships
  from people p where p.id = $1 and p.disabled_at is null`;
