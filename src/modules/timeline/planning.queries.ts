/** SQL of laying out a plan. */
import { statusOf } from './timeline.fragments.js';

/** $1 slug: held until the transaction ends. */
export const networkToPlan = `
  select n.id, n.status, n.starts_on as "startsOn", t.slug as theme
  from networks n join themes t on t.id = n.theme_id where n.slug = $1 for no key update of n`;

/** $1 network: its lines, with the highest number that is taken. */
export const linesOf = `
  select i.id, i.number, i.scope, i.planned_on as "plannedOn" from plan_items i where i.network_id = $1 order by i.number`;

/**
 * $1 network, $2 partnership or null for all: since when each is in it, and whether it goes the way of the plan. An associate does not, nor does
 * one that still looks for its other side.
 */
export const followers = `
  select s.id, (select min(ps.from_on) from partnership_statuses ps where ps.partnership_id = s.id) as "fromOn",
    not s.associate and ${statusOf('s.id')} in ('inception', 'active', 'paused') and 2 = (
      select count(distinct pp.side) from partnership_parties pp
      where pp.partnership_id = s.id and (pp.until_on is null or current_date < pp.until_on)) as follows
  from partnerships s where s.network_id = $1 and ($2::uuid is null or s.id = $2) order by s.id`;

/** $1 partnership: its milestones as the plan brought them. */
export const untouched = `
  select m.id, m.item_id as "itemId", m.state, m.version, m.planned_on as "plannedOn",
    exists (select from milestone_changes c where c.milestone_id = m.id and c.changed_by is not null) as touched
  from milestones m where m.partnership_id = $1 for update`;
