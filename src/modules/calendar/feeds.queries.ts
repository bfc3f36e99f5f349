/** SQL of calendar feeds: whose they are, and what they tell. */
import { instant } from '@hub/database';

/** $1 person. */
export const feedsOf = `
  select f.id, f.scope, ${instant('f.created_at')} as "createdAt", f.last_used_on::text as "lastUsedOn",
    case when p.id is not null then json_build_object('slug', p.slug, 'name', p.name)
      when n.id is not null then json_build_object('slug', n.slug, 'name', n.name) end as about
  from calendar_feeds f left join networks n on n.id = f.network_id left join partnerships p on p.id = f.partnership_id
  where f.person_id = $1 and f.revoked_at is null
  order by f.created_at, f.id`;

/**
 * $1 id, $2 person, $3 scope, $4 network, $5 partnership, $6 hash. Whoever did not hear the answer asks again, and has
 * another address. No row where the id is another feed's.
 */
export const makeFeed = `
  insert into calendar_feeds as f (id, person_id, scope, network_id, partnership_id, token_hash)
  values ($1, $2, $3, $4, $5, $6)
  on conflict (id) do update set token_hash = excluded.token_hash, created_at = now(), last_used_on = null
  where f.person_id = excluded.person_id and f.scope = excluded.scope and f.revoked_at is null
    and f.network_id is not distinct from excluded.network_id
    and f.partnership_id is not distinct from excluded.partnership_id
  returning id`;

/** $1 person: held, so that of two feeds made at once the second is counted after the first. */
export const holdOwner = 'select from people where id = $1 for no key update';

/** $1 person, $2 the id of one that is not counted: it may be made once more. */
export const countFeeds = `
  select count(*)::int as count from calendar_feeds where person_id = $1 and id <> $2 and revoked_at is null`;

/** $1 id, $2 person. */
export const revokeFeed = `
  update calendar_feeds set revoked_at = now() where id = $1 and person_id = $2 and revoked_at is null returning id`;

/** $1 person. */
export const revokeFeeds = `
  update calendar_feeds set revoked_at = now() where person_id = $1 and revoked_at is null returning id`;

/** $1 slug. */
export const partnershipBySlug = `select id, network_id as "networkId" from partnerships where slug = $1`;

/** $1 the hash of a token: the feed, and its owner with today's roles. */
export const feedByHash = `
  select f.id, f.scope, coalesce(s.network_id, f.network_id) as "networkId", f.partnership_id as "partnershipId",
    coalesce(s.name, n.name) as name, p.id as "personId", p.locale, coalesce(
      (select json_agg(json_build_object(
        'role', m.role, 'networkId', m.network_id, 'partnershipId', m.partnership_id, 'side', m.side))
      from current_memberships m where m.person_id = p.id), '[]') as memberships
  from calendar_feeds f join people p on p.id = f.person_id
  left join networks n on n.id = f.network_id left join partnerships s on s.id = f.partnership_id
  where f.token_hash = $1 and f.revoked_at is null and p.disabled_at is null`;

/** $1 feed. */
export const feedUsed = `
  update calendar_feeds set last_used_on = current_date where id = $1 and last_used_on is distinct from current_date`;

export const allNetworks = 'select id from networks';

/** $1 networks, $2 networks of which every partnership counts, $3 partnerships. */
export const milestonesToTell = `
  select m.id, m.version, m.state, i.names, coalesce(p.name, n.name) as about,
    m.planned_on::text as "plannedOn", m.forecast_on::text as "forecastOn", m.actual_on::text as "actualOn",
    to_char(i.deadline_time, 'HH24:MI') as "deadlineTime", i.deadline_zone as "deadlineZone",
    coalesce(c.changed_at, i.created_at) as "changedAt"
  from milestones m join plan_items i on i.id = m.item_id join networks n on n.id = m.network_id
  left join partnerships p on p.id = m.partnership_id
  left join milestone_changes c on c.milestone_id = m.id and c.version = m.version
  where m.partnership_id is null and m.network_id = any($1) or m.partnership_id is not null and m.network_id = any($2)
    or m.partnership_id = any($3)
  order by coalesce(m.actual_on, m.forecast_on, m.planned_on), m.id`;

/** $1 networks, $2 partnerships. */
export const visitsToTell = `
  select v.id, v.version, v.state, v.host_side as "hostSide", g.name as host, p.name as about,
    v.planned_on::text as "plannedOn", v.starts_on::text as "startsOn", v.ends_on::text as "endsOn",
    coalesce(c.changed_at, n.starts_on::timestamp at time zone 'UTC') as "changedAt"
  from visits v join partnerships p on p.id = v.partnership_id join networks n on n.id = v.network_id
  left join local_governments g on g.id = v.host_government_id
  left join visit_changes c on c.visit_id = v.id and c.version = v.version
  where v.network_id = any($1) or v.partnership_id = any($2)
  order by v.starts_on, v.id`;
