/** SQL of people and their roles over time, for those who look after some of them. */
import { instant } from '@hub/database';

/** Without case and without the marks that not every keyboard has. */
const folded = (text: string) =>
  `translate(regexp_replace(normalize(lower(${text}), nfd), '[\\u0300-\\u036f]', '', 'g'), 'øđðłı', 'oddli')`;

const ref = (alias: string) =>
  `case when ${alias}.id is not null then json_build_object('id', ${alias}.id, 'slug', ${alias}.slug, 'name', ${alias}.name) end`;

/** $1 everything, $2 networks, $3 partnerships: the roles that the reader looks after. */
const care = `
  care as (
    select m.*, coalesce(m.until_on <= current_date, false) as over
    from memberships m where $1 or m.network_id = any($2) or m.partnership_id = any($3))`;

const term = `json_build_object(
  'id', m.id, 'role', m.role, 'network', ${ref('n')}, 'partnership', ${ref('s')}, 'side', m.side,
  'fromOn', m.from_on, 'untilOn', m.until_on, 'over', m.over, 'current', m.from_on <= current_date and not m.over)`;

const person = `
  p.id, p.name, p.initials, p.title, case when $1 or p.email_visible then p.email end as email,
  ${instant('p.disabled_at')} as "disabledAt"`;

/**
 * $4 networks whose people may be chosen, $5 network slug, $6 role, $7 weeks, $8 standing, $9 words, $10 the last person of
 * the page before, $11 how many. A row for the page, with how many there are in all.
 */
export const roster = `
  with ${care}, shown as (
    select c.* from care c left join networks n on n.id = c.network_id
    where ($5::text is null or n.slug = $5) and ($6::text is null or c.role = $6)
      and ($7::int is null or (not c.over and c.until_on <= current_date + 7 * $7))
      and case $8::text when 'now' then not c.over when 'ended' then c.over else true end
  ), found as (
    select p.* from people p
    where case when $8 in ('now', 'ended') or $5 is not null or $6 is not null or $7 is not null
        then p.id in (select person_id from shown)
        else $1 or p.id in (select person_id from care)
          or p.id in (select person_id from memberships where network_id = any($4)) end
      and case $8 when 'now' then p.disabled_at is null when 'disabled' then p.disabled_at is not null else true end
      and not exists (
        select from regexp_split_to_table(${folded('$9::text')}, '\\s+') word
        where position(word in ${folded(`p.name || ' ' || p.title || case when $1 or p.email_visible then ' ' || p.email else '' end`)}) = 0)
  ), page as (
    select f.* from found f
    where $10::uuid is null or (f.name, f.id) > (select l.name, l.id from people l where l.id = $10)
    order by f.name, f.id limit $11
  )
  select (select count(*) from found) as total, coalesce(json_agg(listed order by listed.name, listed.id), '[]') as found
  from (
    select ${person}, coalesce((
      select json_agg(${term} order by m.over, m.from_on, m.id)
      from shown m left join networks n on n.id = m.network_id left join partnerships s on s.id = m.partnership_id
      where m.person_id = p.id), '[]') as terms
    from page p
  ) listed`;

/** $4 person: with every role that the reader looks after, those that are not over first, the latest of them first. */
export const rosterPerson = `
  with ${care}
  select ${person}, to_char(current_date, 'YYYY-MM-DD') as today, coalesce((
    select json_agg(${term} order by m.over, m.from_on desc, m.id)
    from care m left join networks n on n.id = m.network_id left join partnerships s on s.id = m.partnership_id
    where m.person_id = p.id), '[]') as terms
  from people p where p.id = $4`;

/** $1 everything, $2 networks: those in which roles can be given, with their partnerships. */
export const networksToGive = `
  select json_build_object('id', n.id, 'slug', n.slug, 'name', n.name) as network, coalesce((
    select json_agg(json_build_object('id', s.id, 'slug', s.slug, 'name', s.name) order by s.name)
    from partnerships s where s.network_id = n.id), '[]') as partnerships
  from networks n where $1 or n.id = any($2) order by n.name`;
