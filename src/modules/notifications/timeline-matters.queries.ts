/** SQL of what a letter says of milestones and visits, and why it does not any more. */
import { gives, roles } from '@hub/contracts';
import { aheadDays, dayOf } from './timeline-telling.queries.js';

const on = dayOf('m');

const working = roles.flatMap((role) => (gives(role, 'people') ? [`'${role}'`] : [])).join(', ');

/** Whether person `p` still works in network `n`, or in all of them. */
const works = (person: string, network: string): string => `exists (
  select from current_memberships y
  where y.person_id = ${person} and (y.network_id = ${network} or y.network_id is null) and y.role in (${working}))`;

/** $1 notifications. */
export const milestoneMatters = `
  select f.id, f.kind, m.id as "milestoneId", m.network_id as "networkId", i.names, coalesce(s.name, n.name) as about,
    coalesce(m.actual_on, m.forecast_on, m.planned_on) as on,
    (select p.name from milestone_changes h join people p on p.id = h.changed_by
      where h.milestone_id = m.id order by h.version desc limit 1) as "changedBy",
    case
      when not ${works('f.person_id', 'm.network_id')} then 'left'
      when f.kind <> 'milestone_changed' and m.state in ('done', 'not_applicable') then 'over'
      when f.kind = 'milestone_due' and ${on} not between current_date and current_date + ${aheadDays}
        or f.kind = 'milestone_late' and ${on} >= current_date then 'moved'
    end as reason
  from notifications f
  join milestones m on m.id = f.milestone_id
  join plan_items i on i.id = m.item_id
  join networks n on n.id = m.network_id
  left join partnerships s on s.id = m.partnership_id
  where f.id = any($1)`;

/** $1 notifications. */
export const visitMatters = `
  select f.id, f.kind, v.id as "visitId", v.network_id as "networkId", s.name as partnership, v.starts_on as "startsOn",
    v.ends_on as "endsOn",
    case
      when not ${works('f.person_id', 'v.network_id')} then 'left'
      when f.kind = 'visit_coming' and v.state not in ('planned', 'confirmed', 'moved') then 'over'
      when f.kind = 'visit_coming' and v.starts_on not between current_date and current_date + ${aheadDays}
        or f.kind = 'lessons_wanted' and v.ends_on >= current_date then 'moved'
      when f.kind = 'lessons_wanted' and (v.lessons <> '' or v.state in ('cancelled', 'postponed')) then 'over'
    end as reason
  from notifications f
  join visits v on v.id = f.visit_id
  join partnerships s on s.id = v.partnership_id
  where f.id = any($1)`;
