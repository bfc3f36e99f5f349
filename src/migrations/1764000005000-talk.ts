import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What can be done with a message, a topic and a channel; how far each person has read; and sending in one round trip. */
export class Talk1764000005000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table topics
  add column resolved_at timestamptz,
  add column resolved_by uuid references people;

alter table messages
  add column reply_to_id uuid references messages,
  -- The seq of the latest event that changed it.
  add column changed_seq bigint not null default 0,
  add column removed_by uuid references people,
  add column removal_reason text,
  add column pinned_at timestamptz,
  add column pinned_by uuid references people;
update messages set changed_seq = seq;
create index messages_reply_to_id_idx on messages (reply_to_id);
create index messages_pinned_idx on messages (channel_id, pinned_at) where pinned_at is not null;

-- The groups a message mentions, as their tokens: 'channel', 'role:expert', 'partnership:<id>'.
create table message_groups (
  message_id uuid not null references messages,
  token text not null,
  primary key (message_id, token)
);

-- What a message said before it was edited.
create table message_versions (
  message_id uuid not null references messages,
  version integer not null,
  body text not null,
  language text,
  written_at timestamptz not null,
  primary key (message_id, version)
);

create table reactions (
  message_id uuid not null references messages,
  person_id uuid not null references people,
  reaction text not null,
  created_at timestamptz not null default now(),
  primary key (message_id, person_id, reaction)
);

-- How far a person has read a topic: within an epoch the furthest; marking unread begins a new one.
create table read_markers (
  person_id uuid not null references people,
  topic_id uuid not null references topics,
  epoch integer not null,
  seq bigint not null,
  primary key (person_id, topic_id)
);
create index read_markers_topic_id_idx on read_markers (topic_id);

create table reports (
  id uuid primary key,
  message_id uuid not null references messages,
  reporter_id uuid not null references people,
  reason text not null,
  created_at timestamptz not null default now(),
  settled_at timestamptz,
  settled_by uuid references people,
  outcome text,
  unique (message_id, reporter_id),
  constraint reports_outcome_check check (
    (settled_at is null) = (outcome is null) and outcome in ('kept', 'removed'))
);
create index reports_open_idx on reports (created_at) where settled_at is null;

-- Who did what to whom and why, where somebody else must be able to ask later.
create table audit_entries (
  id uuid primary key,
  at timestamptz not null default now(),
  actor_id uuid not null references people,
  network_id uuid references networks,
  action text not null,
  subject_id uuid not null,
  reason text not null default ''
);
create index audit_entries_network_id_at_idx on audit_entries (network_id, at);

alter table notifications drop constraint notifications_kind_check;
alter table notifications add constraint notifications_kind_check check (kind in ('mention', 'report'));

-- Stores what waits for one channel, under its row's lock, and answers for each draft in order. A draft is
--   {n, id, authorId, clientId, hash, topicId or topicTitle with newTopicId, body, language, replyToId,
--    allowed, mentions: [person ids], groups: [tokens]}
-- and its outcome 'sent', 'duplicate', 'conflict', 'not_found' or 'forbidden'. A clientId that was stored before is
-- recognised first, so a retry hears what became of its first try wherever its author is now.
create function send_messages(in_channel uuid, drafts jsonb) returns table (
  n integer, outcome text, id uuid, channel_id uuid, topic_id uuid, topic_title text, seq bigint, sent_at timestamptz,
  author jsonb)
language plpgsql set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
#variable_conflict use_column
declare
  channel channels%rowtype;
  draft record;
  stored messages%rowtype;
  head bigint;
  told boolean;
begin
  select * into channel from channels c where c.id = in_channel for update;
  head := channel.last_seq;
  for draft in
    select * from jsonb_to_recordset(drafts) as d(
      "n" integer, "id" uuid, "authorId" uuid, "clientId" uuid, "hash" text, "topicId" uuid, "topicTitle" text,
      "newTopicId" uuid, "body" text, "language" text, "replyToId" uuid, "allowed" boolean,
      "mentions" uuid[], "groups" text[])
    order by d."n"
  loop
    n := draft."n";
    outcome := null; id := null; channel_id := null; topic_id := null; topic_title := null; seq := null; sent_at := null;
    author := null; told := false;

    select * into stored from messages m where m.author_id = draft."authorId" and m.client_id = draft."clientId";
    if found then
      outcome := case when stored.content_hash = decode(draft."hash", 'hex') then 'duplicate' else 'conflict' end;
      id := stored.id; channel_id := stored.channel_id; topic_id := stored.topic_id; seq := stored.seq;
      sent_at := stored.sent_at;
      return next;
      continue;
    end if;
    if not exists (
      select from current_channel_members cm where cm.channel_id = in_channel and cm.person_id = draft."authorId")
    then
      outcome := 'not_found';
      return next;
      continue;
    end if;
    if not draft."allowed" or channel.archived_at is not null then
      outcome := 'forbidden';
      return next;
      continue;
    end if;
    if draft."topicTitle" is not null then
      insert into topics (id, channel_id, title, created_by)
      values (draft."newTopicId", in_channel, draft."topicTitle", draft."authorId")
      on conflict (channel_id, lower(title)) do nothing;
      select t.id, t.title into topic_id, topic_title from topics t
      where t.channel_id = in_channel and lower(t.title) = lower(draft."topicTitle");
    else
      select t.id, t.title into topic_id, topic_title from topics t
      where t.channel_id = in_channel and t.id = draft."topicId";
    end if;
    if topic_id is null or draft."replyToId" is not null and not exists (
      select from messages q where q.id = draft."replyToId" and q.channel_id = in_channel)
    then
      topic_id := null; topic_title := null;
      outcome := 'not_found';
      return next;
      continue;
    end if;

    head := head + 1;
    outcome := 'sent'; id := draft."id"; channel_id := in_channel; seq := head; sent_at := clock_timestamp();
    insert into messages (id, channel_id, topic_id, seq, changed_seq, author_id, client_id, content_hash, body, language,
      reply_to_id, sent_at)
    values (draft."id", in_channel, topic_id, head, head, draft."authorId", draft."clientId", decode(draft."hash", 'hex'),
      draft."body", draft."language", draft."replyToId", sent_at);
    insert into channel_events (channel_id, seq, kind, subject_id) values (in_channel, head, 'message.sent', draft."id");
    update topics t set messages = t.messages + 1, last_seq = head where t.id = topic_id;
    select jsonb_build_object('id', p.id, 'name', p.name, 'initials', p.initials) into author
    from people p where p.id = draft."authorId";
    if cardinality(draft."mentions") > 0 then
      insert into message_mentions (message_id, person_id)
      select draft."id", cm.person_id from current_channel_members cm
      where cm.channel_id = in_channel and cm.person_id = any(draft."mentions");
      told := found;
    end if;
    if cardinality(draft."groups") > 0 then
      insert into message_groups (message_id, token)
      select draft."id", g.token from unnest(draft."groups") g(token)
      where g.token not like 'partnership:%'
        or exists (select from partnerships s where g.token = 'partnership:' || s.id and s.network_id = channel.network_id);
      told := told or found;
    end if;
    if told then
      insert into outbox (topic, payload) values ('message.mentioned', jsonb_build_object('messageId', draft."id"));
    end if;
    return next;
  end loop;
  if head > channel.last_seq then
    update channels c set last_seq = head where c.id = in_channel;
  end if;
end $$;
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
