/** SQL of notifications. A notification comes out in the shape of its contract. */
import { excerpt, instant, personRef } from '@hub/database';
import { currentChannelMembers } from '../channels/channels.enrolment.js';

const notification = `
  select f.id, f.kind, ${personRef('p')} as from, n.name as "networkName", c.id as "channelId", c.name as "channelName",
    t.id as "topicId", t.title as "topicTitle", m.id as "messageId", m.seq as "messageSeq", ${excerpt('m')} as excerpt,
    ${instant('f.created_at')} as "createdAt", ${instant('f.read_at')} as "readAt"
  from notifications f
  join messages m on m.id = f.message_id
  join topics t on t.id = m.topic_id
  join channels c on c.id = m.channel_id
  join networks n on n.id = c.network_id
  join people p on p.id = m.author_id
  join ${currentChannelMembers} cm on cm.channel_id = c.id and cm.person_id = f.person_id`;

/** $1 person, $2 how many. What was said in a channel that the person left is not shown any more. */
export const latest = `${notification} where f.person_id = $1 order by f.created_at desc, f.id desc limit $2`;

/** $1 person, $2 ids. */
export const byId = `${notification} where f.person_id = $1 and f.id = any($2)`;

/** $1 person. */
export const countUnread = `
  select count(*) as unread from notifications f
  join messages m on m.id = f.message_id
  join ${currentChannelMembers} cm on cm.channel_id = m.channel_id and cm.person_id = f.person_id
  where f.person_id = $1 and f.read_at is null`;

/** $1 person, $2 ids or null for all. */
export const markRead = `
  update notifications set read_at = now()
  where person_id = $1 and read_at is null and ($2::uuid[] is null or id = any($2)) returning id`;

/** $1 message: whom it mentions, other than its author, that still is in the channel. */
export const mentioned = `
  select mm.person_id as "personId" from message_mentions mm
  join messages m on m.id = mm.message_id
  join ${currentChannelMembers} cm on cm.channel_id = m.channel_id and cm.person_id = mm.person_id
  join people p on p.id = mm.person_id and p.disabled_at is null
  where mm.message_id = $1 and m.removed_at is null and mm.person_id <> m.author_id`;

/** $1 delivery id, $2 person, $3 message, $4 dedupe key. No row when this effect was delivered before. */
export const recordDelivery = `
  insert into deliveries (id, person_id, medium, kind, subject_id, dedupe_key, state, attempt, settled_at)
  values ($1, $2, 'hub', 'mention', $3, $4, 'delivered', 1, now())
  on conflict (dedupe_key) do nothing returning id`;

/** $1 person, $2 kind, $3 subject: the person's next event. */
export const appendUserEvent = `
  with head as (update people set event_seq = event_seq + 1 where id = $1 returning event_seq)
  insert into user_events (person_id, seq, kind, subject) select $1, event_seq, $2, $3::jsonb from head returning seq`;

/** $1 person, $2 after seq, $3 how many. */
export const userEventsAfter = `
  select seq, kind, subject from user_events where person_id = $1 and seq > $2 order by seq limit $3`;

/** $1 person. */
export const userHead = 'select event_seq as head from people where id = $1';
