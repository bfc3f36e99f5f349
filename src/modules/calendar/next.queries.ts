/** SQL of what is next: few rows, in the shapes of the contract. */
import { lastTold, statusOf } from '../timeline/timeline.fragments.js';

const due = 'coalesce(m.forecast_on, m.planned_on)';
const open = `m.state not in ('done', 'not_applicable')`;
/** A partnership that is over is waited for no more. */
const goingOnOf = (alias: string) =>
  `coalesce(${statusOf(`${alias}.partnership_id`)} not in ('withdrawn', 'completed'), true)`;
const goesOn = goingOnOf('m');
/** `clocks` is what the clocks of each zone show, by its name: the database may not know every zone that the hub does. */
const late = (clocks: string) => `case when i.deadline_time is null then ${due} < current_date
  else ${due} + i.deadline_time < (${clocks}::jsonb ->> i.deadline_zone)::timestamp end`;
const place = (alias: string) => `json_build_object('slug', ${alias}.slug, 'name', ${alias}.name)`;

const date = (clocks: string) => `
  select m.id, i.kind, i.names, ${due} as "on", m.state, ${late(clocks)} as late, m.network_id as "networkId", ${place('n')} as network,
    case when s.id is not null then ${place('s')} end as partnership, case when i.deadline_time is not null
      then json_build_object('time', to_char(i.deadline_time, 'HH24:MI'), 'timeZone', i.deadline_zone) end as deadline
  from milestones m join plan_items i on i.id = m.item_id join networks n on n.id = m.network_id
  left join partnerships s on s.id = m.partnership_id`;

/** The zones of deadlines. */
export const zones = 'select distinct deadline_zone as zone from plan_items where deadline_zone is not null';

/** $1 partnerships, $2 how many at most of what is late; with how many there are. Of what is not, the next. $3 clocks. */
export const datesOfPartnerships = `
  select * from (
    select d.*, row_number() over (partition by d.late order by d."on", d.id) as place,
      count(*) over (partition by d.late)::int as count
    from (${date('$3')} where m.partnership_id = any($1) and ${open} and ${goesOn}) d) ranked
  where place <= case when late then $2::int else 1 end order by "on", id`;

/** $1 networks, $2 clocks: of each the next that is the whole network's. */
export const nextOfNetworks = `
  select distinct on ("networkId") * from (
    ${date('$2')} where m.partnership_id is null and m.network_id = any($1) and ${open}) d
  where not late order by "networkId", "on", id`;

const visit = `
  select v.id, v.starts_on as "startsOn", v.ends_on as "endsOn", v.state, v.host_side as "hostSide", g.name as host,
    v.network_id as "networkId", ${place('n')} as network, ${place('s')} as partnership
  from visits v join networks n on n.id = v.network_id join partnerships s on s.id = v.partnership_id
  left join local_governments g on g.id = v.host_government_id`;
const nextVisit = `${visit} where v.state in ('planned', 'confirmed', 'moved') and v.ends_on >= current_date`;

/** $1 partnerships. */
export const nextVisitOf = `${nextVisit} and v.partnership_id = any($1) order by v.starts_on, v.id limit 1`;

/** $1 partnerships, $2 how many at most. */
export const heldWithoutLessons = `
  ${visit} where v.partnership_id = any($1) and v.state in ('held', 'held_online') and v.lessons = ''
    and ${statusOf('v.partnership_id')} not in ('withdrawn', 'completed')
  order by v.starts_on desc, v.id limit $2`;

/** $1 networks: of each the next. */
export const nextVisitsIn = `
  select distinct on ("networkId") * from (${nextVisit} and v.network_id = any($1)) next order by "networkId", "startsOn", id`;

/** $1 networks or null for all: those that go on. */
export const goingOn = `
  select id, slug, name from networks
  where status not in ('completed', 'archived') and ($1::uuid[] is null or id = any($1)) order by starts_on desc, name`;

/** $1 networks, $2 clocks: of each what its timeline's keeper looks at first. A partnership is silent like on the board. */
export const watched = `
  select n.id as "networkId", c.late, c."atRisk",
    (select count(*)::int from partnerships s where s.network_id = n.id and ${statusOf('s.id')} in ('inception', 'active')
      and coalesce(${lastTold} <= now() - interval '30 days', true)) as silent
  from networks n cross join lateral (
    select count(*) filter (where ${late('$2')})::int as late,
      count(*) filter (where m.state = 'at_risk' and not ${late('$2')})::int as "atRisk"
    from milestones m join plan_items i on i.id = m.item_id
    where m.network_id = n.id and ${open} and ${goesOn}) c
  where n.id = any($1)`;

const theirs = (alias: string) => `
  select from current_memberships r
  where r.person_id = $1 and r.role = any($2) and r.partnership_id = ${alias}.partnership_id`;
const atWork = `n.status not in ('completed', 'archived')`;

/** $1 person, $2 roles that count, $3 first day, $4 last day: what is due of their partnerships, and of their networks themselves. */
export const comingDates = `
  select m.id, i.names, ${due}::text as "on", coalesce(s.name, n.name) as about
  from milestones m join plan_items i on i.id = m.item_id join networks n on n.id = m.network_id
  left join partnerships s on s.id = m.partnership_id
  where ${due} between $3::date and $4::date and ${open} and ${goesOn} and ${atWork} and (exists (${theirs('m')})
    or m.partnership_id is null and exists (
      select from current_memberships r where r.person_id = $1 and r.role = any($2) and r.network_id = m.network_id))
  order by ${due}, m.id`;

/** As `comingDates`: the visits of their partnerships that begin then. */
export const comingVisits = `
  select v.id, v.starts_on::text as "startsOn", v.ends_on::text as "endsOn", s.name as about
  from visits v join partnerships s on s.id = v.partnership_id join networks n on n.id = v.network_id
  where v.state in ('planned', 'confirmed', 'moved') and v.starts_on between $3::date and $4::date
    and ${goingOnOf('v')} and ${atWork} and exists (${theirs('v')})
  order by v.starts_on, v.id`;
