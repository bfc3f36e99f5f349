/** SQL of topics. */
import { excerptOf, excerptReads, type Mention, type Topic, type TopicCard } from '@hub/contracts';
import { instant, personRef } from '@hub/database';
import { mentionsOf } from '../messages/messages.fragments.js';
import { readingOf } from './channels.fragments.js';

export interface TopicRow extends Omit<Topic, 'excerpt'> {
  body: string;
  mentions: Mention[] | null;
}

export interface TopicCardRow extends TopicRow {
  reading: TopicCard['reading'];
}

const columns = `
  t.id, t.channel_id as "channelId", t.title, t.resolved_at is not null as resolved, t.created_by as "createdBy",
  t.messages, t.last_seq as "lastSeq", ${instant('m.sent_at')} as "lastMessageAt", ${personRef('p')} as "lastAuthor",
  left(m.body, ${excerptReads}) as body,
  ${mentionsOf('m')} as mentions`;

const from = `
  from topics t
  join messages m on m.channel_id = t.channel_id and m.seq = t.last_seq
  join people p on p.id = m.author_id`;

/** $1 channel, $2 topic or null for all of them, $3 reader, $4 what they have read without a marker; latest first. */
export const topicCards = `
  select ${columns}, ${readingOf('$3', '$4')} as reading ${from}
  where t.channel_id = $1 and ($2::uuid is null or t.id = $2)
  order by t.last_seq desc`;

/** $1 topics. */
export const topicsById = `select ${columns} ${from} where t.id = any($1)`;

/** $1 topic. */
export const channelOfTopic = 'select channel_id as "channelId" from topics where id = $1';

/** $1 topic, $2 channel: as it is now, for whoever is about to change it under the channel's lock. */
export const topicToChange = `
  select title, resolved_at is not null as resolved, messages, created_by as "createdBy"
  from topics where id = $1 and channel_id = $2`;

/** $1 topic, $2 title. */
export const rename = 'update topics set title = $2 where id = $1';

/** $1 topic, $2 by whom, or null when it is open again. */
export const resolve = `
  update topics set resolved_by = $2, resolved_at = case when $2::uuid is not null then now() end where id = $1`;

/** $1 channel, $2 title, $3 topic: another topic of the channel that has this title. */
export const titleTaken = 'select from topics where channel_id = $1 and lower(title) = lower($2) and id <> $3';

/**
 * $1 topic, $2 the channel it comes from, $3 the one it goes to; both are locked. Its messages take the next seqs there, in
 * their order; what each person had read stays read.
 */
export const moveTopic = `
  with head as (select last_seq from channels where id = $3),
  renumbered as (
    select m.id, m.seq as old, h.last_seq + row_number() over (order by m.seq) as new
    from messages m cross join head h where m.topic_id = $1
  ), moved as (
    update messages m set channel_id = $3, seq = r.new, changed_seq = r.new from renumbered r where m.id = r.id
  ), told as (
    insert into channel_events (channel_id, seq, kind, subject_id) select $3, new, 'message.sent', id from renumbered
  ), headed as (
    update channels set last_seq = (select max(new) from renumbered) where id = $3
  ), topic as (
    update topics set channel_id = $3, last_seq = (select max(new) from renumbered) where id = $1
  ), readers as (
    select r.person_id, r.epoch, r.seq from read_markers r where r.topic_id = $1
    union all
    select cm.person_id, 0, cm.read_from_seq from current_channel_members cm
    where cm.channel_id = $2 and not exists (
      select from read_markers r where r.topic_id = $1 and r.person_id = cm.person_id)
  )
  insert into read_markers (person_id, topic_id, epoch, seq)
  select s.person_id, $1, s.epoch, coalesce((select max(new) from renumbered where old <= s.seq), (select last_seq from head))
  from readers s
  on conflict (person_id, topic_id) do update set seq = excluded.seq
  returning person_id as "personId"`;

export function asTopic({ body, mentions, ...topic }: TopicRow): Topic {
  return { ...topic, excerpt: excerptOf(body, mentions ?? []) };
}

export function asTopicCard({ body, mentions, ...topic }: TopicCardRow): TopicCard {
  return { ...topic, excerpt: excerptOf(body, mentions ?? []) };
}
