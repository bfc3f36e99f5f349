import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The function of migration Sending beside telling once more, with what it did in one large statement done by several
 * small ones: to set that one up cost more than a message does.
 */
export class SendingDraftByDraft1764000016000 implements MigrationInterface {
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
  -- The channels whose rows are held, in one order: their ids, where their logs end, and which are archived.
  held uuid[];
  heads bigint[];
  archived boolean[];
  at integer;
  draft record;
  replied_in uuid;
  message messages;
  stored messages[];
begin
  -- What the rest reads must be as it is under the locks, so it is a statement of its own.
  if patient then
    select array_agg(l.id), array_agg(l.last_seq), array_agg(l.archived_at is not null) into held, heads, archived from (
      select c.* from channels c where c.id = any(in_channels) order by c.id for no key update) l;
  else
    select array_agg(l.id), array_agg(l.last_seq), array_agg(l.archived_at is not null) into held, heads, archived from (
      select c.* from channels c where c.id = any(in_channels) order by c.id for no key update skip locked) l;
  end if;

  for draft in
    select d.*, t.channel_id as topic_channel, t.title, p.name, p.initials, m.id as first_id, m.channel_id as first_channel,
      m.topic_id as first_topic, m.seq as first_seq, m.sent_at as first_sent_at, m.content_hash,
      case when (select settled from enrolment_state) then cm.person_id is not null
        else is_in_channel(d."authorId", d."channelId") end as is_in
    from jsonb_to_recordset(drafts) as d(
      "n" integer, "id" uuid, "channelId" uuid, "authorId" uuid, "clientId" uuid, "hash" text, "topicId" uuid,
      "topicTitle" text, "newTopicId" uuid, "body" text, "language" text, "replyToId" uuid, "allowed" boolean)
    -- Each by its index, draft by draft, and by nothing beside its key: a plan made while a table is small would otherwise
    -- read much of it later.
    left join lateral (
      select * from messages m where m.author_id = d."authorId" and m.client_id = d."clientId" limit 1) m on true
    left join lateral (
      select * from channel_members cm
      where cm.channel_id = d."channelId" and cm.person_id = d."authorId" and cm.left_at is null limit 1) cm on true
    left join lateral (select * from people p where p.id = d."authorId" limit 1) p on true
    left join lateral (select * from topics t where t.id = d."topicId" limit 1) t on true
    order by d."n"
  loop
    at := array_position(held, draft."channelId");
    n := draft."n";
    id := draft."id";
    channel_id := draft."channelId";
    topic_id := null;
    topic_title := null;
    seq := null;
    sent_at := null;
    author := null;
    if draft."topicTitle" is not null then
      -- A draft before this one may have opened it.
      select t.id, t.title into topic_id, topic_title from topics t
      where t.channel_id = draft."channelId" and lower(t.title) = lower(draft."topicTitle");
    elsif draft.topic_channel = draft."channelId" then
      topic_id := draft."topicId";
      topic_title := draft.title;
    end if;
    if draft."replyToId" is not null then
      replied_in := null;
      select q.channel_id into replied_in from messages q where q.id = draft."replyToId";
    end if;

    if at is null and not patient then
      outcome := 'busy';
    elsif draft.first_id is not null then
      outcome := case draft.content_hash when decode(draft."hash", 'hex') then 'duplicate' else 'conflict' end;
      id := draft.first_id;
      channel_id := draft.first_channel;
      topic_id := draft.first_topic;
      seq := draft.first_seq;
      sent_at := draft.first_sent_at;
    elsif at is null or not draft.is_in then
      outcome := 'not_found';
    elsif not draft."allowed" or archived[at] then
      outcome := 'forbidden';
    elsif draft."topicTitle" is null and topic_id is null
      or draft."replyToId" is not null and replied_in is distinct from channel_id then
      outcome := 'not_found';
    else
      outcome := 'sent';
      seq := heads[at] + 1;
      heads[at] := seq;
      sent_at := clock_timestamp();
      author := jsonb_build_object('id', draft."authorId", 'name', draft.name, 'initials', draft.initials);
      if topic_id is null then
        topic_id := draft."newTopicId";
        topic_title := draft."topicTitle";
        insert into topics (id, channel_id, title, created_by)
        values (topic_id, channel_id, topic_title, draft."authorId");
      end if;
      message.id := id;
      message.channel_id := channel_id;
      message.topic_id := topic_id;
      message.seq := seq;
      message.author_id := draft."authorId";
      message.client_id := draft."clientId";
      message.content_hash := decode(draft."hash", 'hex');
      message.body := draft."body";
      message.language := draft."language";
      message.reply_to_id := draft."replyToId";
      message.sent_at := sent_at;
      stored := stored || message;
    end if;
    return next;
  end loop;
  if stored is null then
    return;
  end if;

  insert into messages (id, channel_id, topic_id, seq, changed_seq, author_id, client_id, content_hash, body, language,
    reply_to_id, sent_at)
  select s.id, s.channel_id, s.topic_id, s.seq, s.seq, s.author_id, s.client_id, s.content_hash, s.body, s.language,
    s.reply_to_id, s.sent_at
  from unnest(stored) s;
  insert into channel_events (channel_id, seq, kind, subject_id)
  select s.channel_id, s.seq, 'message.sent', s.id from unnest(stored) s;
  update topics t set messages = t.messages + g.count, last_seq = g.last
  from (select s.topic_id, count(*) as count, max(s.seq) as last from unnest(stored) s group by s.topic_id) g
  where t.id = g.topic_id;
  update channels c set last_seq = g.last from unnest(held, heads) g(id, last) where c.id = g.id and c.last_seq < g.last;

  if drafts @? '$[*] ? (@.mentions.size() > 0 || @.groups.size() > 0)' then
    with new as materialized (
      select d.* from jsonb_to_recordset(drafts) as d("id" uuid, "channelId" uuid, "mentions" uuid[], "groups" text[])
      where d."id" in (select s.id from unnest(stored) s)
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
