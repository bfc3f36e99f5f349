/** A person's own profile: what they chose, and the roles that others gave them. */
import { Failure, type Profile, type ProfileChange } from '@hub/contracts';
import { Database } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { AuditService } from '../administration/audit.service.js';
import type { Actor } from './actor.js';
import { Person } from './person.entity.js';

@Injectable()
export class ProfileService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
  ) {}

  read(actor: Actor): Promise<Profile> {
    return this.of(actor.personId);
  }

  async change(actor: Actor, change: ProfileChange): Promise<Profile> {
    const { personId } = actor;
    await this.database.transaction(async (tx) => {
      const lock = { mode: 'pessimistic_write' } as const;
      const before = await tx.manager.findOne(Person, { where: { id: personId }, lock });
      const fields = Object.entries(change).flatMap(([field, value]) =>
        JSON.stringify(value) === JSON.stringify(before?.[field as keyof Person]) ? [] : [field],
      );
      if (fields.length === 0) return;
      await tx.manager.update(Person, { id: personId }, change);
      // Which fields, and not what they say: the trail outlives the person's data.
      const after = { fields };
      await this.audit.write(tx, { actor, networkId: null, action: 'profile.change', subjectId: personId, after });
    });
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
