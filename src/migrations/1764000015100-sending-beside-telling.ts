import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The function of migration Talk once more, with a lesser lock: whoever writes a row that names a channel (a notification,
 * a place) holds the channel's key, and whoever sends waited for them until then.
 */
export class SendingBesideTelling1764000015100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
set local lock_timeout = '2s';
-- Stores what waits for these channels under the locks of their rows, and answers for every draft. A draft is
--   {n, id, channelId, authorId, clientId, hash, topicId or topicTitle with newTopicId, body, language, replyToId,
--    allowed, mentions: [person ids], groups: [tokens]}
-- and its outcome 'sent', 'duplicate', 'conflict', 'not_found', 'forbidden', or 'busy' where the channel's row is held by
-- somebody else and this is not "patient". Within a channel the drafts take their seqs in the order of n; of one author no
-- two have the same clientId. A clientId that was stored before is recognised first, so a retry hears what became of its
-- first try wherever its author is now.
create or replace function send_messages(in_channels uuid[], drafts jsonb, patient boolean) returns table (
  n integer, outcome text, id uuid, channel_id uuid, topic_id uuid, topic_title text, seq bigint, sent_at timestamptz,
  author jsonb)
language plpgsql
-- Planned once and by the indexes, whatever size the tables had then.
set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
#variable_conflict use_column
declare
  held uuid[];
begin
  -- What the rest reads must be as it is under the locks, so it is a statement of its own.
  if patient then
    select array_agg(l.id) into held from (
      select c.id from channels c where c.id = any(in_channels) order by c.id for no key update) l;
  else
    select array_agg(l.id) into held from (
      select c.id from channels c where c.id = any(in_channels) order by c.id for no key update skip locked) l;
  end if;
  return query
  with draft as materialized (
    select d.* from jsonb_to_recordset(drafts) as d(
      "n" integer, "id" uuid, "channelId" uuid, "authorId" uuid, "clientId" uuid, "hash" text, "topicId" uuid,
      "topicTitle" text, "newTopicId" uuid, "body" text, "language" text, "replyToId" uuid, "allowed" boolean)
  ), judged as (
    select d.*, c.last_seq, coalesce(t.id, u.id) as known_topic, coalesce(t.title, u.title) as known_title, m.id as first_id,
      m.channel_id as first_channel, m.topic_id as first_topic, m.seq as first_seq, m.sent_at as first_sent_at, case
        when d."channelId" <> all(held) is not false and not patient then 'busy'
        when m.id is not null then case m.content_hash when decode(d."hash", 'hex') then 'duplicate' else 'conflict' end
        when c.id is null or not case when (select settled from enrolment_state) then exists (
            select from channel_members cm
            where cm.channel_id = d."channelId" and cm.person_id = d."authorId" and cm.left_at is null)
          else is_in_channel(d."authorId", d."channelId") end then 'not_found'
        when not d."allowed" or c.archived_at is not null then 'forbidden'
        when d."topicTitle" is null and t.id is null or d."replyToId" is not null and not exists (
          select from messages q where q.id = d."replyToId" and q.channel_id = d."channelId") then 'not_found'
        else 'sent' end as outcome
    from draft d
    -- Each by its index, draft by draft: a plan made while a table is small would otherwise read it whole later.
    left join lateral (select * from channels c where c.id = d."channelId" limit 1) c on true
    left join lateral (
      select * from messages m where m.author_id = d."authorId" and m.client_id = d."clientId" limit 1) m on true
    left join lateral (
      select * from topics t where t.id = d."topicId" and t.channel_id = d."channelId" limit 1) t on true
    left join lateral (
      select * from topics u where u.channel_id = d."channelId" and lower(u.title) = lower(d."topicTitle") limit 1) u on true
  ), numbered as materialized (
    select j.*, clock_timestamp() as at, j.last_seq + row_number() over same_channel as new_seq,
      coalesce(j.known_topic, first_value(j."newTopicId") over same_title) as new_topic,
      coalesce(j.known_title, first_value(j."topicTitle") over same_title) as new_title
    from judged j
    window same_channel as (partition by j.outcome = 'sent', j."channelId" order by j."n"),
      same_title as (partition by j.outcome = 'sent', j."channelId", lower(j."topicTitle") order by j."n")
  ), new as (
    select * from numbered where outcome = 'sent'
  ), opened as (
    insert into topics (id, channel_id, title, created_by, messages, last_seq)
    select x.new_topic, x."channelId", x.new_title, (array_agg(x."authorId" order by x."n"))[1], count(*), max(x.new_seq)
    from new x where x.known_topic is null group by x.new_topic, x."channelId", x.new_title
  ), grown as (
    update topics t set messages = t.messages + g.count, last_seq = g.last
    from (select x.known_topic, count(*) as count, max(x.new_seq) as last from new x group by x.known_topic) g
    where t.id = g.known_topic
  ), headed as (
    update channels c set last_seq = g.last
    from (select x."channelId", max(x.new_seq) as last from new x group by x."channelId") g where c.id = g."channelId"
  ), stored as (
    insert into messages (id, channel_id, topic_id, seq, changed_seq, author_id, client_id, content_hash, body, language,
      reply_to_id, sent_at)
    select x."id", x."channelId", x.new_topic, x.new_seq, x.new_seq, x."authorId", x."clientId", decode(x."hash", 'hex'),
      x."body", x."language", x."replyToId", x.at from new x
  ), logged as (
    insert into channel_events (channel_id, seq, kind, subject_id)
    select x."channelId", x.new_seq, 'message.sent', x."id" from new x
  )
  select r."n", r.outcome, coalesce(r.first_id, r."id"), coalesce(r.first_channel, r."channelId"),
    coalesce(r.first_topic, r.new_topic), r.new_title, coalesce(r.first_seq, r.new_seq), coalesce(r.first_sent_at, r.at), (
      select jsonb_build_object('id', p.id, 'name', p.name, 'initials', p.initials) from people p
      where p.id = r."authorId" and r.outcome = 'sent')
  from numbered r order by r."n";

  if drafts @? '$[*] ? (@.mentions.size() > 0 || @.groups.size() > 0)' then
    with new as materialized (
      select d.* from jsonb_to_recordset(drafts) as d("id" uuid, "channelId" uuid, "mentions" uuid[], "groups" text[])
      where (select count(*) from messages m where m.id = d."id") > 0
    ), named as (
      insert into message_mentions (message_id, person_id)
      select distinct x."id", w.person from new x cross join lateral unnest(x."mentions") w(person)
      cross join lateral (
        select from current_channel_members cm where cm.channel_id = x."channelId" and cm.person_id = w.person limit 1) place
      returning message_id
    ), called as (
      insert into message_groups (message_id, token)
      select distinct x."id", g.token from new x cross join lateral unnest(x."groups") g(token)
      where g.token not like 'partnership:%' or (
        select count(*) from channels c join partnerships s on s.network_id = c.network_id
        where c.id = x."channelId" and 'partnership:' || s.id = g.token) > 0
      returning message_id
    )
    insert into outbox (topic, payload)
    select 'message.mentioned', jsonb_build_object('messageId', w.message_id)
    from (select message_id from named union select message_id from called) w;
  end if;
end $$;
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
