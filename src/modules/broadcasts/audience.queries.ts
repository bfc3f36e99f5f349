/** SQL of whom a broadcast reaches: by network, partnership, side and role. A mandate stands nowhere in it. */
import { workingRoles } from './broadcasts.policy.js';

const working = workingRoles.map((role) => `'${role}'`).join(', ');

/** $1 networks, $2 partnerships, $3 sides, $4 roles, $5 who sends it, and need not be told. */
const audience = `
  select y.person_id, y.network_id, y.partnership_id, y.side, y.role from current_memberships y
  where y.network_id = any($1::uuid[]) and (cardinality($2::uuid[]) = 0 or y.partnership_id = any($2))
    and (cardinality($3::text[]) = 0 or y.side = any($3))
    and case when cardinality($4::text[]) = 0 then y.role in (${working}) else y.role = any($4) end
    and y.person_id <> $5::uuid`;

/** $1 to $5 as above, $6 how many names. */
export const audienceCount = `
  with audience as (${audience})
  select (select count(distinct person_id) from audience)::int as people,
    (select count(*) from (
      select person_id from audience group by person_id having bool_and(partnership_id is null or side is null)) none)::int as others,
    coalesce((select json_agg(json_build_object('id', s.id, 'name', s.name, 'swedish', c.swedish,
        'international', c.international) order by s.name, s.id)
      from (select partnership_id, count(distinct person_id) filter (where side = 'swedish') as swedish,
          count(distinct person_id) filter (where side = 'international') as international
        from audience where partnership_id is not null and side is not null group by partnership_id) c
      join partnerships s on s.id = c.partnership_id), '[]') as partnerships,
    coalesce((select json_agg(json_build_object('id', id, 'name', name, 'initials', initials, 'role', role,
        'partnershipName', "partnershipName") order by name, id)
      from (select * from (
        select distinct on (p.id) p.id, p.name, p.initials, a.role, s.name as "partnershipName"
        from audience a join people p on p.id = a.person_id left join partnerships s on s.id = a.partnership_id
        order by p.id, (a.partnership_id is null), a.role, s.name) each
        order by name, id limit $6) named), '[]') as names,
    coalesce((select json_agg(json_build_object('timeZone', time_zone, 'people', people))
      from (select p.time_zone, count(*) as people from people p
        where p.id in (select person_id from audience) group by p.time_zone) z), '[]') as zones`;

/** $1 to $5 as above, $6 broadcast. Answers how many. */
export const insertRecipients = `
  with audience as (${audience}), given as (
    insert into broadcast_recipients (broadcast_id, person_id) select distinct $6::uuid, person_id from audience
    returning person_id
  ), sided as (
    insert into broadcast_sides (broadcast_id, partnership_id, side, person_id)
    select distinct $6::uuid, partnership_id, side, person_id from audience
    where partnership_id is not null and side is not null)
  select count(*)::int as recipients from given`;
