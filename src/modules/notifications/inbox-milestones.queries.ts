/** SQL of notifications about milestones. */
import { personRef } from '@hub/database';
import { has, placeOf, type Subject } from './inbox-subject.js';

export const milestones: Subject = {
  columns: `
    case when f.kind = 'milestone_changed' then (
      select ${personRef('p')} from milestone_changes h join people p on p.id = h.changed_by
      where h.milestone_id = m.id and h.changed_by <> f.person_id order by h.version desc limit 1) end as from,
    m.id as "milestoneId", i.names, to_char(coalesce(m.actual_on, m.forecast_on, m.planned_on), 'YYYY-MM-DD') as on,
    m.state, ${placeOf('n')} as network, case when s.id is not null then ${placeOf('s')} end as partnership`,
  joins: `
    join milestones m on m.id = f.milestone_id
    join plan_items i on i.id = m.item_id
    join networks n on n.id = m.network_id
    left join partnerships s on s.id = m.partnership_id`,
  // Guests see what concerns the whole network.
  visible: `case when m.partnership_id is null then ${has('network', 'm.network_id')} else ${has('people', 'm.network_id')} end`,
  needsMe: `f.kind <> 'milestone_changed' and m.state not in ('done', 'not_applicable')`,
};
