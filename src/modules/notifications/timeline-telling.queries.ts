/**
 * SQL of telling what the timeline asks of people. Everything follows from the rows of the day: what was told has its row
 * in the ledger, and what moved to another day is told anew.
 */
import { roleRights, type Role } from '@hub/contracts';

const keepers = (Object.entries(roleRights) as [Role, { gives: readonly string[] }][])
  .flatMap(([role, { gives }]) => (gives.includes('own_timeline') ? [`'${role}'`] : []))
  .join(', ');

/** What is due or comes is told so many days ahead. */
export const aheadDays = 14;

/** When milestone `m` is to be done, as of today. */
export const dayOf = (m: string): string => `coalesce(${m}.forecast_on, ${m}.planned_on)`;

const on = dayOf('m');

/** Of milestone `m`: whoever holds the seat that answers for it, or else those who keep its partnership's timeline, or its network's. */
const answering = `
  select hm.person_id from seat_holders h join current_memberships hm on hm.id = h.membership_id
  where h.seat_id = m.owner_seat_id and h.from_on <= current_date and (h.until_on is null or current_date < h.until_on)
  union
  select y.person_id from current_memberships y
  where m.owner_seat_id is null and m.partnership_id is not null and y.partnership_id = m.partnership_id and y.role in (${keepers})
  union
  select y.person_id from current_memberships y
  where m.partnership_id is null and y.network_id = m.network_id and y.role = 'project_coordinator'`;

/** Networks and partnerships that are at work. */
const atWork = (network: string, partnership: string): string => `
  ${network}.status not in ('completed', 'archived') and coalesce((
    select ps.status from partnership_statuses ps where ps.partnership_id = ${partnership} and ps.from_on <= current_date
    order by ps.from_on desc limit 1), 'active') in ('applicant', 'inception', 'active')`;

/** A demonstration says what its people were told. */
const notInvented = `not exists (select from settings where key = 'demonstration')`;

const untold = (kind: string, key: string): string => `
  not exists (select from deliveries d where d.dedupe_key = 'hub/' || ${kind} || '/' || ${key} || '/' || whom.person_id)`;

/** Milestones two weeks and three days before their day, and the day after. What has been late for a week is known. */
export const milestonesToTell = `
  select due.kind, due.id, due.key, due."networkId", array_agg(whom.person_id order by whom.person_id) as "personIds"
  from (
    select m.id, m.network_id as "networkId", m.owner_seat_id, m.partnership_id, m.network_id,
      case when ${on} < current_date then 'milestone_late' else 'milestone_due' end as kind,
      m.id || '/' || ${on} || case
        when ${on} < current_date then '' when ${on} - current_date <= 3 then '/3' else '/14' end as key
    from milestones m join networks n on n.id = m.network_id
    where m.state not in ('done', 'not_applicable') and ${on} between current_date - 7 and current_date + ${aheadDays}
      and ${atWork('n', 'm.partnership_id')} and ${notInvented}
  ) due
  join milestones m on m.id = due.id
  cross join lateral (${answering}) whom
  where ${untold('due.kind', 'due.key')}
  group by due.kind, due.id, due.key, due."networkId"`;

/** Visits two weeks before they begin, to everybody of the partnership. */
export const visitsToTell = `
  select 'visit_coming' as kind, v.id, v.id || '/' || v.starts_on as key, v.network_id as "networkId",
    array_agg(distinct whom.person_id) as "personIds"
  from visits v join networks n on n.id = v.network_id
  join current_memberships whom on whom.partnership_id = v.partnership_id
  where v.state in ('planned', 'confirmed', 'moved') and v.starts_on between current_date and current_date + ${aheadDays}
    and ${atWork('n', 'v.partnership_id')} and ${notInvented}
    and ${untold(`'visit_coming'`, `v.id || '/' || v.starts_on`)}
  group by v.id`;

/** Visits whose lessons nobody wrote down: the day after they ended and a week later, to those who keep the partnership's timeline. */
export const lessonsToAsk = `
  select 'lessons_wanted' as kind, due.id, due.key, due."networkId", array_agg(distinct whom.person_id) as "personIds"
  from (
    select v.id, v.partnership_id, v.network_id as "networkId",
      v.id || '/' || v.ends_on || case when current_date - v.ends_on < 7 then '/1' else '/2' end as key
    from visits v join networks n on n.id = v.network_id
    where v.state not in ('cancelled', 'postponed') and v.lessons = ''
      and v.ends_on between current_date - 14 and current_date - 1
      and ${atWork('n', 'v.partnership_id')} and ${notInvented}
  ) due
  join current_memberships whom on whom.partnership_id = due.partnership_id and whom.role in (${keepers})
  where ${untold(`'lessons_wanted'`, 'due.key')}
  group by due.id, due.key, due."networkId"`;

/** $1 milestone: its latest change, and whom it concerns but for who made it. */
export const milestoneToTell = `
  select m.network_id as "networkId", m.id || '/' || m.version as key, array_agg(whom.person_id order by whom.person_id) as "personIds"
  from milestones m
  join milestone_changes h on h.milestone_id = m.id and h.version = m.version
  cross join lateral (${answering}) whom
  where m.id = $1 and whom.person_id is distinct from h.changed_by
  group by m.id`;
