/** SQL of what a letter says of messages. */
import { instant } from '@hub/database';
import { mentionsOf } from '../messages/messages.fragments.js';

/** So many of those that were folded are in a letter, the latest. */
export const foldedShown = 4;

const told = `cm.person_id is not null and m.removed_at is null`;
/** What is written in a sensitive channel, and what its topics are called, is not even read for a letter. */
const bodyOf = (message: string) => `case when c.sensitive then null else ${message}.body end`;

/** $1 notifications of messages: what they say, or why they are not told any more. */
export const messageMatters = `
  select f.id, f.kind, c.id as "channelId", c.network_id as "networkId", c.sensitive, c.kind as "channelKind",
    c.name as "channelName", n.slug as "networkSlug", n.name as "networkName", t.id as "topicId", case when c.sensitive then '' else t.title end as "topicTitle",
    m.id as "messageId", ${instant('m.sent_at')} as "sentAt", ${bodyOf('m')} as body, ${mentionsOf('m')} as mentions,
    p.name as from,
    case when f.count > 1 and ${told} then (
      select json_agg(json_build_object('from', w.author, 'sentAt', w.at, 'body', w.body, 'mentions', w.mentions) order by w.seq)
      from (
        select a.name as author, ${instant('e.sent_at')} as at, ${bodyOf('e')} as body, ${mentionsOf('e')} as mentions, e.seq
        from messages e join people a on a.id = e.author_id
        where e.topic_id = m.topic_id and e.seq < m.seq and e.seq > coalesce(r.seq, cm.read_from_seq)
          and e.author_id <> f.person_id and e.removed_at is null
        order by e.seq desc limit ${foldedShown}) w) end as earlier,
    case
      when f.kind = 'report' then case
        when not exists (select from current_memberships y
          where y.person_id = f.person_id and y.network_id = c.network_id and y.role = 'project_coordinator') then 'left'
        when not exists (select from reports o where o.message_id = m.id and o.settled_at is null) then 'over' end
      when cm.person_id is null then 'left'
      when m.removed_at is not null then 'removed'
      when cm.muted_at is not null and not exists (
        select from message_mentions mm where mm.message_id = m.id and mm.person_id = f.person_id) then 'muted'
      when coalesce(r.seq, 0) >= m.seq then 'read'
    end as reason
  from notifications f
  join messages m on m.id = f.message_id
  join topics t on t.id = m.topic_id
  join channels c on c.id = m.channel_id
  join networks n on n.id = c.network_id
  join people p on p.id = case f.kind when 'report'
    then (select q.reporter_id from reports q where q.message_id = m.id order by q.settled_at is null desc, q.created_at desc limit 1) else m.author_id end
  left join current_channel_members cm on cm.channel_id = c.id and cm.person_id = f.person_id
  left join read_markers r on r.topic_id = m.topic_id and r.person_id = f.person_id
  where f.id = any($1)`;
