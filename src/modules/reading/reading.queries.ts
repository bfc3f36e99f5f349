/** SQL of reading. */
import { excerptReads } from '@hub/contracts';
import { instant } from '@hub/database';
import { readingOf } from '../channels/channels.fragments.js';
import { mentionsOf } from '../messages/messages.fragments.js';

/** $1 person, $2 topic, $3 what they have read without a marker. */
export const beginMarker = `
  insert into read_markers (person_id, topic_id, epoch, seq) values ($1, $2, 0, $3) on conflict do nothing`;

/** $1 person, $2 topic; its row is locked until the transaction ends. */
export const lockMarker = 'select epoch, seq from read_markers where person_id = $1 and topic_id = $2 for update';

/** $1 person, $2 topic, $3 epoch, $4 seq. */
export const moveMarker = 'update read_markers set epoch = $3, seq = $4 where person_id = $1 and topic_id = $2';

/** $1 person, $2 topics: how far they have read each that they may read. */
export const readings = `
  select t.id as "topicId", t.channel_id as "channelId", ${readingOf('$1', 'cm.read_from_seq')} as reading
  from topics t join current_channel_members cm on cm.channel_id = t.channel_id and cm.person_id = $1
  where t.id = any($2)`;

/** $1 person, $2 topic, $3 seq: what calls them in it up to there and was not read. */
export const callsRead = `
  update notifications f set read_at = now() from messages m
  where m.id = f.message_id and f.person_id = $1
    and f.kind in ('mention', 'direct', 'reply') and m.topic_id = $2 and m.seq <= $3 and f.read_at is null
  returning f.id, ${instant('f.read_at')} as "readAt"`;

/** $1 person: every channel of theirs, with the topics in which something is unread. */
export const unreadChannels = `
  select c.id, c.kind, cm.muted_at is not null as muted, cm.read_from_seq as "readFromSeq", c.last_seq as "lastSeq",
    case when c.kind <> 'direct' then c.name else coalesce((
      select o.name from channel_members x join people o on o.id = x.person_id
      where x.channel_id = c.id and x.person_id <> $1 order by x.joined_at, o.id limit 1), c.name) end as name,
    json_build_object('slug', n.slug, 'name', n.name) as network,
    coalesce((
      select json_agg(json_build_object('id', u.id, 'title', u.title, 'reading', u.reading, 'lastSeq', u.last_seq,
        'lastMessageAt', u.at, 'lastAuthorName', u.author, 'body', u.body, 'mentions', u.mentions) order by u.last_seq desc)
      from (
        select t.id, t.title, t.last_seq, ${readingOf('$1', 'cm.read_from_seq')} as reading, ${instant('m.sent_at')} as at,
          p.name as author, left(m.body, ${excerptReads}) as body,
          ${mentionsOf('m')} as mentions
        from topics t
        join messages m on m.channel_id = t.channel_id and m.seq = t.last_seq
        join people p on p.id = m.author_id
        left join read_markers r on r.topic_id = t.id and r.person_id = $1
        where t.channel_id = c.id and t.last_seq > coalesce(r.seq, cm.read_from_seq)
      ) u where (u.reading ->> 'unread')::int > 0), '[]') as topics
  from current_channel_members cm
  join channels c on c.id = cm.channel_id
  join networks n on n.id = c.network_id
  where cm.person_id = $1
  order by n.name, c.name, c.id`;
