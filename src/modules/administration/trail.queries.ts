/** SQL of the audit trail as it is read: with what everything is called today. */
import { instant, personRef } from '@hub/database';

const ref = (alias: string) =>
  `case when ${alias}.id is not null then json_build_object('id', ${alias}.id, 'slug', ${alias}.slug, 'name', ${alias}.name) end`;

/**
 * $1 everything, $2 networks, $3 network slug, $4 action, $5 who did it, $6 subject, $7 first day, $8 last day, $9 words,
 * $10 the last entry of the page before, $11 how many.
 */
export const trail = `
  select a.id, ${instant('a.at')} as at, case when by.id is not null then ${personRef('by')} end as actor,
    ${ref('n')} as network, a.action, a.reason, a.before, a.after,
    json_build_object(
      'id', a.subject_id,
      'kind', case
        when m.id is not null then 'role' when msg.id is not null then 'message' when c.id is not null then 'channel'
        when s.id is not null then 'partnership' when sn.id is not null then 'network'
        when who.id is not null then 'person' else 'other' end,
      'name', coalesce(nullif(c.name, ''), s.name, sn.name, g.name),
      'person', case when who.id is not null then ${personRef('who')} end,
      'role', m.role) as subject
  from audit_entries a
  left join people by on by.id = a.actor_id
  left join networks n on n.id = a.network_id
  left join memberships m on m.id = a.subject_id
  left join messages msg on msg.id = a.subject_id
  left join channels c on c.id = a.subject_id
  left join partnerships s on s.id = a.subject_id
  left join networks sn on sn.id = a.subject_id
  left join local_governments g on g.id = a.subject_id
  left join people who on who.id = coalesce(m.person_id, msg.author_id, a.subject_id)
  where ($1 or a.network_id = any($2)) and ($3::text is null or n.slug = $3)
    and ($4::text is null or a.action = $4 or starts_with(a.action, $4 || '.'))
    and ($5::uuid is null or a.actor_id = $5)
    and ($6::uuid is null or a.subject_id = $6 or m.person_id = $6)
    and ($7::date is null or a.at >= $7::date) and ($8::date is null or a.at < $8::date + 1)
    and not exists (
      select from regexp_split_to_table(lower($9::text), '\\s+') word
      where position(word in lower(concat_ws(' ', a.action, a.reason, a.before, a.after))) = 0)
    and ($10::uuid is null or (a.at, a.id) < (select l.at, l.id from audit_entries l where l.id = $10))
  order by a.at desc, a.id desc limit $11`;

/** $1 ids: what they are called today. */
export const namesOf = `
  select id, name from people where id = any($1)
  union all select id, name from networks where id = any($1)
  union all select id, name from partnerships where id = any($1)
  union all select id, name from local_governments where id = any($1)
  union all select id, name from channels where id = any($1) and name <> ''
  union all select m.id, p.name from memberships m join people p on p.id = m.person_id where m.id = any($1)`;
