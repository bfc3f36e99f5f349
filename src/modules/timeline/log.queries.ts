/** SQL of what was changed lately. */
import { instant, personRef } from '@hub/database';

/** $1 slug: the partnership and its network. */
export const partnershipLogged = 'select id, network_id as "networkId" from partnerships where slug = $1';

const made = `${instant('c.changed_at')} as at, c.changed_at, ${personRef('p')} as by, c.reason, c.undone`;

/** $1 partnership, $2 how many: what people changed, the latest first. What a plan or nobody did is not told. */
export const latestChanges = `
  select about, at, by, reason, undone, milestone, visit from (
    select 'milestone' as about, ${made}, json_build_object('id', m.id, 'names', i.names, 'state', c.state,
        'day', coalesce(c.actual_on, c.forecast_on, m.planned_on)) as milestone, null::json as visit
    from milestones m join plan_items i on i.id = m.item_id
    join milestone_changes c on c.milestone_id = m.id join people p on p.id = c.changed_by
    where m.partnership_id = $1
    union all
    select 'visit', ${made}, null, json_build_object('id', v.id, 'hostSide', c.snapshot -> 'hostSide', 'host', g.name,
        'startsOn', c.snapshot -> 'startsOn', 'endsOn', c.snapshot -> 'endsOn', 'state', c.snapshot -> 'state',
        'cause', c.snapshot -> 'cause')
    from visits v join visit_changes c on c.visit_id = v.id join people p on p.id = c.changed_by
    left join local_governments g on g.id = (c.snapshot ->> 'hostGovernmentId')::uuid
    where v.partnership_id = $1
  ) changes order by changed_at desc limit $2`;
