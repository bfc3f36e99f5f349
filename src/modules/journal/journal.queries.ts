/** SQL of the two logs: what happened in each channel, and what concerned each person. */

/** $1 channels: their rows are locked until the transaction ends, always in the same order. */
export const lockChannels = 'select id from channels where id = any($1) order by id for no key update';

/** $1 channels, $2 kinds, $3 subjects, in order: each takes its channel's next seq. The channels are locked before. */
export const appendChannelEvents = `
  with asked as (
    select * from unnest($1::uuid[], $2::text[], $3::uuid[]) with ordinality as a(channel_id, kind, subject_id, n)
  ), numbered as (
    select a.*, c.last_seq + row_number() over (partition by a.channel_id order by a.n) as seq
    from asked a join channels c on c.id = a.channel_id
  ), headed as (
    update channels c set last_seq = h.head
    from (select channel_id, max(seq) as head from numbered group by channel_id) h where c.id = h.channel_id
  )
  insert into channel_events (channel_id, seq, kind, subject_id)
  select channel_id, seq, kind, subject_id from numbered
  returning channel_id as "channelId", seq, subject_id as "subjectId"`;

/** $1 channel, $2 after seq, $3 how many. */
export const channelEventsAfter = `
  select seq, kind, subject_id as "subjectId" from channel_events
  where channel_id = $1 and seq > $2 order by seq limit $3`;

/** $1 people, $2 kinds, $3 subjects, in order: each takes its person's next seq. */
export const appendUserEvents = `
  with asked as (
    select * from unnest($1::uuid[], $2::text[], $3::jsonb[]) with ordinality as a(person_id, kind, subject, n)
  ), locked as (
    select id, event_seq from people where id in (select person_id from asked) order by id for no key update
  ), numbered as (
    select a.*, p.event_seq + row_number() over (partition by a.person_id order by a.n) as seq
    from asked a join locked p on p.id = a.person_id
  ), headed as (
    update people p set event_seq = h.head
    from (select person_id, max(seq) as head from numbered group by person_id) h where p.id = h.person_id
  )
  insert into user_events (person_id, seq, kind, subject)
  select person_id, seq, kind, subject from numbered
  returning person_id as "personId", seq`;

/** $1 what is asked for, as JSON: [{key, personId, after}]; $2 how many of each. */
export const userEventsAfter = `
  select asked.key, e.person_id as "personId", e.seq, e.kind, e.subject
  from json_to_recordset($1::json) as asked(key text, "personId" uuid, after bigint)
  cross join lateral (
    select * from user_events e where e.person_id = asked."personId" and e.seq > asked.after order by e.seq limit $2) e
  order by asked.key, e.seq`;

/** $1 person, $2 a seq: what nobody can ask for any more. */
export const forgetUserEvents = 'delete from user_events where person_id = $1 and seq <= $2';
