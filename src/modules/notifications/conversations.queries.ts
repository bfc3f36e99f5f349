/** SQL of telling what was written: to the other one of a direct conversation, and in a topic to those who wrote in it. */
import { reachesBy } from './notifications.queries.js';

/** Whoever reads along at this moment need not be told. */
const settling = `interval '4 seconds'`;
/** What is older was not told while the hub was away, and is in the list of what is unread. */
const newest = `interval '1 day'`;

/** $1 how many: the channels with something that people were not told of yet, and that do not rest. */
export const behind = `
  select c.id, c.network_id as "networkId" from channels c left join channel_tellings told on told.channel_id = c.id
  where c.last_seq > coalesce(told.seq, 0) and coalesce(told.rests_until < now(), true) limit $1`;

/** $1 channel. */
export const beginTelling = `insert into channel_tellings (channel_id, seq) values ($1, 0) on conflict do nothing`;

/**
 * $1 channel: held until the transaction ends, with how far it is told and how far it can be. No row where somebody else
 * tells it.
 */
export const holdTelling = `
  select told.seq as after, coalesce((
    select min(m.seq) - 1 from messages m
    where m.channel_id = c.id and m.seq > told.seq and m.sent_at > now() - ${settling}), c.last_seq) as "upTo"
  from channel_tellings told join channels c on c.id = told.channel_id where told.channel_id = $1 for update of told skip locked`;

/**
 * $1 channel, $2 up to where, $3 how many people were told. The more there are, the longer a lively channel rests: what
 * comes meanwhile is told at once, where otherwise everybody would be told anew every two seconds. A small one never does.
 */
export const moveTelling = `
  update channel_tellings
  set seq = $2, rests_until = now() + least(greatest($3::int - 20, 0) * interval '50 milliseconds', interval '30 seconds')
  where channel_id = $1`;

/**
 * $1 channel, $2 after, $3 up to: who is told of which topic, with the latest message of it to them and how many there
 * are. Not of what calls them anyway, nor of what they have read or where they muted.
 */
export const conversationsTold = `
  with fresh as (
    select m.id, m.topic_id, m.seq, m.author_id,
      array(select mm.person_id from message_mentions mm where mm.message_id = m.id) as named,
      exists (select from message_groups g where g.message_id = m.id) as calls
    from messages m
    where m.channel_id = $1 and m.seq > $2 and m.seq <= $3 and m.removed_at is null and m.sent_at > now() - ${newest}
  ), writers as (
    select e.topic_id, e.author_id as person_id, min(e.seq) as since from messages e
    where e.topic_id in (select topic_id from fresh) and e.removed_at is null group by e.topic_id, e.author_id
  ), concerned as materialized (
    select f.topic_id, cm.person_id, cm.read_from_seq, w.since, c.kind = 'direct' as direct, c.network_id
    from (select distinct topic_id from fresh) f
    join channels c on c.id = $1
    join current_channel_members cm on cm.channel_id = c.id and cm.muted_at is null
    left join writers w on w.topic_id = f.topic_id and w.person_id = cm.person_id
    where c.kind = 'direct' or w.person_id is not null
  ), told as (
    select x.topic_id, x.direct, x.person_id, count(*)::int as count, max(m.seq) as latest
    from concerned x
    join fresh m on m.topic_id = x.topic_id and m.author_id <> x.person_id and (x.direct or m.seq > x.since)
    left join read_markers r on r.topic_id = x.topic_id and r.person_id = x.person_id
    where m.seq > coalesce(r.seq, x.read_from_seq) and x.person_id <> all (m.named)
      and not (m.calls and exists (
        select from message_groups g
        where g.message_id = m.id and ${reachesBy('g.token', 'x.person_id', 'x.network_id')}))
    group by x.topic_id, x.direct, x.person_id
  )
  select t.topic_id as "topicId", t.direct, t.person_id as "personId", t.count, m.id as "messageId"
  from told t join fresh m on m.seq = t.latest order by t.person_id`;
