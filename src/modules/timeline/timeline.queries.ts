/** SQL of the timeline. */
import { instant } from '@hub/database';
import { lastTold, statusOf, streamOf } from './timeline.fragments.js';

/** As the contract's `PlanItem`, of `i`. */
const deadline = `case when i.deadline_time is not null then
  json_build_object('time', to_char(i.deadline_time, 'HH24:MI'), 'timeZone', i.deadline_zone) end`;
export const planItem = `json_build_object('id', i.id, 'number', i.number, 'kind', i.kind, 'scope', i.scope, 'names', i.names,
  'month', i.month, 'plannedOn', i.planned_on, 'deadline', ${deadline}, 'ownerRole', i.owner_role)`;

/** $1 networks or null for all that go on, $2 slug or null for all, $3 person; the youngest first. */
export const timelineNetworks = `
  select n.id, n.slug, n.name, n.status, n.starts_on as "startsOn", n.ends_on as "endsOn", n.visits_a_year as "visitsAYear",
    ${streamOf('n.id', '$3::uuid')} as stream,
    coalesce((select json_agg(${planItem} order by i.planned_on, i.number)
      from plan_items i where i.network_id = n.id), '[]') as items,
    array(select distinct g.country from partnerships s
      join partnership_parties pp on pp.partnership_id = s.id and (pp.until_on is null or current_date < pp.until_on)
      join local_governments g on g.id = pp.local_government_id
      where s.network_id = n.id order by g.country) as countries
  from networks n
  where ($1::uuid[] is null or n.id = any($1)) and case when $2::text is null then n.status <> 'archived' else n.slug = $2 end
  order by n.starts_on desc, n.name`;

/** With what its lateness follows from. */
export const milestone = `
  json_build_object('id', m.id, 'itemId', m.item_id, 'partnershipId', m.partnership_id, 'plannedOn', m.planned_on,
    'forecastOn', m.forecast_on, 'actualOn', m.actual_on, 'state', m.state, 'version', m.version) as milestone,
  m.network_id as "networkId", ${deadline} as deadline, coalesce(${statusOf('m.partnership_id')} in ('withdrawn', 'completed'), false) as over`;

/** $1 networks, $2 those among them whose partnerships are shown too. */
export const milestonesOf = `
  select ${milestone} from milestones m join plan_items i on i.id = m.item_id
  where m.network_id = any($1) and (m.partnership_id is null or m.network_id = any($2))
  order by m.planned_on, i.number`;

/** $1 ids. */
export const milestonesById = `
  select ${milestone} from milestones m join plan_items i on i.id = m.item_id where m.id = any($1)`;

/** Where a reader may ask in network `n`: among those they are in the partnership's own channel, else what everybody talks in. */
export const askingChannel = (network: string, partnership: string, person: string): string => `
  (select c.id from channels c join current_channel_members cm on cm.channel_id = c.id and cm.person_id = ${person}
    where c.network_id = ${network} and c.archived_at is null
      and (c.kind = 'partnership' and c.partnership_id = ${partnership}
        or c.kind = 'thematic' and c.partnership_id is null and not c.sensitive)
    order by c.kind <> 'partnership', c.slug <> 'general', c.created_at, c.id limit 1)`;

/** $1 networks, $2 person. Associates come last. */
export const timelinePartnerships = `
  select s.network_id as "networkId", ${instant(lastTold)} as "lastToldAt",
    ${askingChannel('s.network_id', 's.id', '$2::uuid')} as "channelId",
    json_build_object('id', s.id, 'slug', s.slug, 'name', s.name, 'associate', s.associate, 'status', ${statusOf('s.id')},
      'countries', array(select distinct g.country
        from partnership_parties pp join local_governments g on g.id = pp.local_government_id
        where pp.partnership_id = s.id and (pp.until_on is null or current_date < pp.until_on) order by g.country),
      'sdgTargets', coalesce((select to_json(p.sdg_targets) from projects p where p.partnership_id = s.id
        order by p.starts_on desc limit 1), '[]')) as partnership
  from partnerships s where s.network_id = any($1) order by s.associate, s.name, s.id`;
