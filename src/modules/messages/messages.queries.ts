/** SQL of messages. A message comes out in the shape of its contract. */
import { instant, personRef } from '@hub/database';
import { currentChannelMembers } from '../channels/channels.enrolment.js';

const message = `
  select m.id, m.channel_id as "channelId", m.topic_id as "topicId", t.title as "topicTitle", m.seq,
    m.client_id as "clientId", ${personRef('p')} as author, m.body, m.language,
    coalesce((select json_agg(json_build_object('id', w.id, 'name', w.name) order by w.id)
      from message_mentions mm join people w on w.id = mm.person_id where mm.message_id = m.id), '[]') as mentions,
    ${instant('m.sent_at')} as "sentAt"
  from messages m join topics t on t.id = m.topic_id join people p on p.id = m.author_id`;

/** $1 message ids. */
export const messagesById = `${message} where m.id = any($1) order by m.seq`;

/** $1 topic, $2 a seq (exclusive), $3 how many. */
export const messagesBefore = `select * from (${message} where m.topic_id = $1 and m.seq < $2 order by m.seq desc limit $3) page order by seq`;
export const messagesAfter = `${message} where m.topic_id = $1 and m.seq > $2 order by m.seq limit $3`;

/** $1 channel, $2 after seq, $3 how many: what happened, with today's state of what it happened to. */
export const eventsAfter = `
  select e.seq, e.kind, e.subject_id as "subjectId" from channel_events e
  where e.channel_id = $1 and e.seq > $2 order by e.seq limit $3`;

/** $1 people, $2 channel. */
export const membersAmong = `select person_id as id from ${currentChannelMembers} cm where person_id = any($1) and channel_id = $2`;

/** $1 ids, $2 channel, $3 titles, $4 authors. A title that exists in the channel keeps its topic. */
export const openTopics = `
  insert into topics (id, channel_id, title, created_by)
  select id, $2, title, author from unnest($1::uuid[], $3::text[], $4::uuid[]) as new(id, title, author)
  on conflict (channel_id, lower(title)) do nothing`;

/** $1 channel, $2 titles as their writers gave them, in whatever case. */
export const topicsByTitle = `
  select t.id, asked.title from unnest($2::text[]) as asked(title)
  join topics t on t.channel_id = $1 and lower(t.title) = lower(asked.title)`;

/** $1 channel, $2 ids. */
export const topicsById = 'select id from topics where channel_id = $1 and id = any($2)';

/** $1 authors, $2 client ids, pairwise: what was stored under them before. */
export const storedBefore = `
  select m.id, m.author_id as "authorId", m.client_id as "clientId", m.topic_id as "topicId", m.seq,
    m.content_hash as "contentHash", ${instant('m.sent_at')} as "sentAt"
  from messages m join unnest($1::uuid[], $2::uuid[]) as asked(author_id, client_id) using (author_id, client_id)`;

/** $1 channel; its row is locked until the transaction ends. */
export const lockChannel = `
  select last_seq as "lastSeq", archived_at is not null as archived, kind, network_id as "networkId"
  from channels where id = $1 for update`;

/** $1 channel, then columns of the messages. */
export const storeMessages = `
  with new as (
    select * from unnest($2::uuid[], $3::uuid[], $4::bigint[], $5::uuid[], $6::uuid[], $7::bytea[], $8::text[], $9::text[])
      as new(id, topic_id, seq, author_id, client_id, content_hash, body, language)
  ), stored as (
    insert into messages (id, channel_id, topic_id, seq, author_id, client_id, content_hash, body, language, sent_at)
    select id, $1, topic_id, seq, author_id, client_id, content_hash, body, language, clock_timestamp() from new
    returning id, ${instant('sent_at')} as "sentAt"
  ), told as (
    insert into channel_events (channel_id, seq, kind, subject_id) select $1, seq, 'message.sent', id from new
  ), counted as (
    update topics t set messages = t.messages + n.count, last_seq = n.last
    from (select topic_id, count(*) as count, max(seq) as last from new group by topic_id) n where t.id = n.topic_id
  ), headed as (
    update channels set last_seq = (select max(seq) from new) where id = $1
  )
  select id, "sentAt" from stored`;

/** $1 channel, $2 message ids, $3 person ids: only members of the channel are mentioned. */
export const storeMentions = `
  insert into message_mentions (message_id, person_id)
  select new.message_id, new.person_id from unnest($2::uuid[], $3::uuid[]) as new(message_id, person_id)
  join ${currentChannelMembers} cm on cm.channel_id = $1 and cm.person_id = new.person_id
  on conflict do nothing returning message_id as "messageId"`;
