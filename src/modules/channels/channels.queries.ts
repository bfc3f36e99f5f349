/** SQL of channels and topics. Rows come out in the shapes of the contracts. */
import { excerpt, instant, personRef } from '@hub/database';
import { currentChannelMembers } from './channels.enrolment.js';

const card = `
  c.id, c.slug, c.name, c.kind, c.purpose, c.archived_at is not null as archived, c.last_seq as "lastSeq",
  (select ${instant('m.sent_at')} from messages m where m.channel_id = c.id order by m.seq desc limit 1) as "lastMessageAt"`;

/** $1 channel, $2 person. */
export const readableChannel = `
  select ${card}, c.network_id as "networkId", c.partnership_id as "partnershipId",
    json_build_object('id', n.id, 'slug', n.slug, 'name', n.name) as network,
    case when s.id is not null then json_build_object('id', s.id, 'slug', s.slug, 'name', s.name) end as partnership
  from channels c
  join ${currentChannelMembers} cm on cm.channel_id = c.id and cm.person_id = $2
  join networks n on n.id = c.network_id
  left join partnerships s on s.id = c.partnership_id
  where c.id = $1`;

/** $1 person, $2 network, $3 partnership or null. */
export const channelCards = `
  select ${card}
  from channels c
  join ${currentChannelMembers} cm on cm.channel_id = c.id and cm.person_id = $1
  where c.network_id = $2 and ($3::uuid is null or c.partnership_id = $3)
  order by array_position(array['announcements', 'thematic', 'partnership', 'steering_group', 'mentor_team', 'guest', 'direct'], c.kind),
    c.name`;

/** $1 channel. */
export const membersOf = `
  select p.id, p.name, p.initials, p.title, p.time_zone as "timeZone"
  from ${currentChannelMembers} cm join people p on p.id = cm.person_id
  where cm.channel_id = $1 order by p.name, p.id`;

/** $1 topic. */
export const channelOfTopic = 'select channel_id as "channelId" from topics where id = $1';

/** $1 channel, $2 topic or null for all of them; latest activity first. */
export const topicsOf = `
  select t.id, t.channel_id as "channelId", t.title, t.messages, t.last_seq as "lastSeq",
    ${instant('m.sent_at')} as "lastMessageAt", ${personRef('p')} as "lastAuthor", ${excerpt('m')} as excerpt
  from topics t
  join messages m on m.channel_id = t.channel_id and m.seq = t.last_seq
  join people p on p.id = m.author_id
  where t.channel_id = $1 and ($2::uuid is null or t.id = $2)
  order by t.last_seq desc`;

/** $1 people. */
export const channelsOf = `
  select person_id as "personId", array_agg(channel_id) as ids
  from ${currentChannelMembers} cm where person_id = any($1) group by person_id`;
