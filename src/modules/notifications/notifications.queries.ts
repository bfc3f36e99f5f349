/** SQL of notifications. Rows come out as `NotificationRow`, which `asNotification` gives the shape of the contract. */
import { excerptOf, excerptReads, tellings, type Mention, type MessageNotification } from '@hub/contracts';
import { instant, personRef } from '@hub/database';
import { mentionsOf } from '../messages/messages.fragments.js';

export interface NotificationRow extends Omit<MessageNotification, 'excerpt' | 'needs'> {
  body: string;
  mentions: Mention[] | null;
}

/**
 * What was said in a channel that the person left is not shown any more; what was reported is shown to the project
 * coordinator by its report.
 */
const visible = `
  case f.kind
    when 'report' then exists (
      select from current_memberships y
      where y.person_id = f.person_id and y.network_id = c.network_id and y.role = 'project_coordinator')
    else exists (
      select from current_channel_members cm where cm.channel_id = c.id and cm.person_id = f.person_id) end`;

/** When it came, and what the person did with it. */
export const handled = `
    ${instant('f.created_at')} as "createdAt", ${instant('f.read_at')} as "readAt", ${instant('f.done_at')} as "doneAt",
    ${instant('f.later_until')} as "laterUntil"`;

const notification = `
  select f.id, f.kind, ${personRef('p')} as from, n.slug as "networkSlug", n.name as "networkName", c.id as "channelId",
    case when c.kind = 'direct' then p.name else c.name end as "channelName", c.sensitive,
    t.id as "topicId", t.title as "topicTitle", m.id as "messageId", m.seq as "messageSeq",
    left(m.body, ${excerptReads}) as body,
    ${mentionsOf('m')} as mentions,
    null as group, f.count, ${handled}
  from notifications f
  join messages m on m.id = f.message_id
  join topics t on t.id = m.topic_id
  join channels c on c.id = m.channel_id
  join networks n on n.id = c.network_id
  join people p on p.id = case f.kind when 'report'
    then (select r.reporter_id from reports r where r.message_id = m.id order by r.created_at limit 1) else m.author_id end`;

/** $1 person, $2 how many. */
export const latest = `${notification} where f.person_id = $1 and ${visible} order by f.created_at desc, f.id desc limit $2`;

/** $1 person, $2 ids. */
export const byId = `${notification} where f.person_id = $1 and f.id = any($2) and ${visible}`;

/** $1 person. */
export const countUnread = `
  select count(*) as unread from notifications f
  join messages m on m.id = f.message_id
  join channels c on c.id = m.channel_id
  where f.person_id = $1 and f.read_at is null and ${visible}`;

/** $1 person, $2 ids or null for all. */
export const markRead = `
  update notifications set read_at = now()
  where person_id = $1 and read_at is null and ($2::uuid[] is null or id = any($2)) returning id, ${instant('read_at')} as "readAt"`;

/**
 * $1 message: whom it calls by name or as a group, other than its author, that still is in the channel. Whoever muted
 * the channel hears only their own name; whoever has read the message knows.
 */
export const called = `
  select cm.person_id as "personId",
    case
      when cm.muted_at is not null and not bool_or(told.named) then 'muted'
      when coalesce(r.seq, 0) >= m.seq then 'read'
    end as reason
  from messages m
  join channels c on c.id = m.channel_id
  join current_channel_members cm on cm.channel_id = m.channel_id and cm.person_id <> m.author_id
  join (
    select mm.message_id, mm.person_id, true as named, null as token from message_mentions mm where mm.message_id = $1
    union all
    select g.message_id, null, false, g.token from message_groups g where g.message_id = $1
  ) told on told.message_id = m.id and case
    when told.named then told.person_id = cm.person_id
    when told.token = 'channel' then true
    when told.token like 'role:%' then exists (
      select from current_memberships y
      where y.person_id = cm.person_id and y.network_id = c.network_id and 'role:' || y.role = told.token)
    else exists (
      select from current_memberships y
      where y.person_id = cm.person_id and 'partnership:' || y.partnership_id = told.token) end
  left join read_markers r on r.topic_id = m.topic_id and r.person_id = cm.person_id
  where m.id = $1 and m.removed_at is null
  group by cm.person_id, cm.muted_at, r.seq, m.seq`;

/** $1 report: its message, and the project coordinators of the network who did not report it themselves. */
export const reportedTo = `
  select distinct y.person_id as "personId", r.message_id as "messageId"
  from reports r
  join messages m on m.id = r.message_id
  join channels c on c.id = m.channel_id
  join current_memberships y on y.network_id = c.network_id and y.role = 'project_coordinator'
  where r.id = $1 and r.settled_at is null and y.person_id <> r.reporter_id`;

/** $1 message: where it is. */
export const placeOfMessage = `
  select c.id as "channelId", c.network_id as "networkId" from messages m join channels c on c.id = m.channel_id where m.id = $1`;

export function asNotification({ body, mentions, ...notification }: NotificationRow): MessageNotification {
  return { ...notification, needs: tellings[notification.kind].needs, excerpt: excerptOf(body, mentions ?? []) };
}
