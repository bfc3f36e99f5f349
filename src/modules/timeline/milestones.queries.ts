/** SQL of one milestone: its page, and changing it. Rows come out in the shapes of the contracts. */
import { instant, personRef } from '@hub/database';
import { excerptReads } from '@hub/contracts';
import { statusOf, streamOf } from './timeline.fragments.js';
import { askingChannel, milestone, planItem } from './timeline.queries.js';

const network = `json_build_object('id', n.id, 'slug', n.slug, 'name', n.name)`;
const partnership = `case when s.id is not null then json_build_object('id', s.id, 'slug', s.slug, 'name', s.name) end`;

/** Of a seat `e`, with whoever sits in it today. Which mandate it is for is not told here. */
const seat = `
  json_build_object('id', e.id, 'side', e.side, 'role', e.role, 'holder', (
    select ${personRef('p')} from seat_holders h join current_memberships hm on hm.id = h.membership_id
    join people p on p.id = hm.person_id
    where h.seat_id = e.id and h.from_on <= current_date and (h.until_on is null or current_date < h.until_on)
    order by h.from_on desc limit 1))`;
const ownerSeat = `(select ${seat} from seats e where e.id = m.owner_seat_id)`;
const seats = `
  coalesce((select json_agg(${seat} order by e.side desc, e.role, e.id)
    from seats e join steering_groups g on g.id = e.steering_group_id
    where g.partnership_id = s.id and e.from_on <= current_date and (e.until_on is null or current_date < e.until_on)), '[]')`;

/** $1 milestone, $2 person. */
export const milestonePage = `
  select ${streamOf('n.id', '$2::uuid')} as stream, ${milestone}, n.status as "networkStatus", ${network} as network,
    ${partnership} as partnership, ${statusOf('s.id')} as status, ${planItem} as item, ${ownerSeat} as "ownerSeat",
    ${seats} as seats, m.lesson,
    (select json_build_object('id', t.id, 'title', t.title, 'channelId', t.channel_id) from topics t
      join current_channel_members cm on cm.channel_id = t.channel_id and cm.person_id = $2
      where t.id = m.topic_id) as topic,
    ${askingChannel('n.id', 's.id', '$2::uuid')} as "channelId"
  from milestones m join plan_items i on i.id = m.item_id join networks n on n.id = m.network_id
  left join partnerships s on s.id = m.partnership_id where m.id = $1`;

/** $1 milestone: the latest first. */
export const changesOf = `
  select c.version, ${instant('c.changed_at')} as at, case when p.id is not null then ${personRef('p')} end as by, c.reason,
    c.forecast_on as "forecastOn", c.actual_on as "actualOn", c.state, c.undone
  from milestone_changes c left join people p on p.id = c.changed_by where c.milestone_id = $1 order by c.version desc`;

/** $1 milestone, $2 person: a message only where that person may read it. */
export const evidenceOf = `
  select e.id, e.note, e.link, e.sdg_targets as "sdgTargets", e.core_value as "coreValue", e.level, e.year,
    ${personRef('p')} as "addedBy", ${instant('e.added_at')} as "addedAt",
    (select json_build_object('id', w.id, 'topicId', w.topic_id, 'author', ${personRef('a')}, 'body', left(w.body, ${excerptReads}))
      from messages w join people a on a.id = w.author_id
      join current_channel_members cm on cm.channel_id = w.channel_id and cm.person_id = $2
      where w.id = e.message_id) as message
  from evidence e join people p on p.id = e.added_by
  where e.milestone_id = $1 and e.removed_at is null order by e.added_at, e.id`;

/** $1 milestone of a partnership: the same line with others, those who have done it first. */
export const elsewhere = `
  select ${milestone}, ${partnership} as partnership, m.lesson,
    (select count(*) from evidence e where e.milestone_id = m.id and e.removed_at is null)::int as evidence,
    coalesce((select json_agg(${personRef('p')} order by p.name, p.id) from people p where p.id in (
      select mb.person_id from current_memberships mb
      where mb.partnership_id = s.id and mb.role in ('partnership_coordinator', 'project_manager'))), '[]') as ask
  from milestones own join milestones m on m.item_id = own.item_id and m.id <> own.id
  join plan_items i on i.id = m.item_id join partnerships s on s.id = m.partnership_id
  where own.id = $1 and own.partnership_id is not null and m.state <> 'not_applicable'
  order by m.actual_on nulls last, coalesce(m.forecast_on, m.planned_on), s.name`;

/** $1 milestone: held until the transaction ends, as its place is by `holdPlaceOf`. */
export const milestoneToChange = `
  select m.id, m.network_id as "networkId", m.partnership_id as "partnershipId", n.status as "networkStatus",
    n.starts_on as "startsOn",
    ${statusOf('m.partnership_id')} as status, m.planned_on as "plannedOn", m.forecast_on as "forecastOn", m.actual_on as "actualOn",
    m.state, m.lesson, m.owner_seat_id as "ownerSeatId", m.topic_id as "topicId", m.version
  from milestones m join networks n on n.id = m.network_id where m.id = $1 for update of m`;

/** $1 milestone, $2 version. */
export const changeAt = `
  select c.changed_by as "changedBy", c.state, c.forecast_on as "forecastOn", c.actual_on as "actualOn", c.lesson,
    c.owner_seat_id as "ownerSeatId", c.undone
  from milestone_changes c where c.milestone_id = $1 and c.version = $2`;

/** $1 seat, $2 partnership. */
export const seatIn = `
  select e.id from seats e join steering_groups g on g.id = e.steering_group_id where e.id = $1 and g.partnership_id = $2
    and (e.until_on is null or current_date < e.until_on)`;
