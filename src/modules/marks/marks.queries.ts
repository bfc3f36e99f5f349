/** SQL of what messages show of the timeline. */
import { statusOf } from '../timeline/timeline.fragments.js';

const place = `
  json_build_object('id', n.id, 'slug', n.slug, 'name', n.name) as network,
  case when s.id is not null then json_build_object('id', s.id, 'slug', s.slug, 'name', s.name) end as partnership`;

/** $1 ids: with what their lateness follows from. */
export const milestoneMarks = `
  select 'milestone' as kind, ${place}, i.names, json_build_object('id', m.id, 'itemId', m.item_id,
    'partnershipId', m.partnership_id, 'plannedOn', m.planned_on, 'forecastOn', m.forecast_on, 'actualOn', m.actual_on,
    'state', m.state, 'version', m.version) as milestone, m.network_id as "networkId",
    case when i.deadline_time is not null then
      json_build_object('time', to_char(i.deadline_time, 'HH24:MI'), 'timeZone', i.deadline_zone) end as deadline,
    coalesce(${statusOf('m.partnership_id')} in ('withdrawn', 'completed'), false) as over
  from milestones m join plan_items i on i.id = m.item_id join networks n on n.id = m.network_id
  left join partnerships s on s.id = m.partnership_id
  where m.id = any($1)`;

/** $1 ids: in the shape of the contract. */
export const visitMarks = `
  select 'visit' as kind, ${place}, json_build_object('id', v.id, 'partnershipId', v.partnership_id,
    'hostSide', v.host_side, 'host', g.name, 'startsOn', v.starts_on, 'endsOn', v.ends_on, 'plannedOn', v.planned_on,
    'state', v.state, 'hasLessons', v.lessons <> '', 'version', v.version) as visit
  from visits v join networks n on n.id = v.network_id join partnerships s on s.id = v.partnership_id
  left join local_governments g on g.id = v.host_government_id
  where v.id = any($1)`;
