import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Channels, topics and messages; every change of a channel takes its next seq. */
export class Conversation1764000002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table channels (
  id uuid primary key,
  network_id uuid not null references networks,
  partnership_id uuid references partnerships,
  kind text not null,
  slug text not null,
  name text not null,
  purpose text not null default '',
  last_seq bigint not null default 0,
  archived_at timestamptz,
  unique (network_id, slug),
  constraint channels_kind_check check (kind in (
    'announcements', 'thematic', 'steering_group', 'partnership', 'mentor_team', 'guest', 'direct'))
);
create index channels_partnership_id_idx on channels (partnership_id);

create table channel_members (
  channel_id uuid not null references channels,
  person_id uuid not null references people,
  origin text not null,
  joined_at timestamptz not null default now(),
  primary key (channel_id, person_id),
  constraint channel_members_origin_check check (origin in ('role', 'hand'))
);
create index channel_members_person_id_idx on channel_members (person_id);

create table topics (
  id uuid primary key,
  channel_id uuid not null references channels,
  title text not null,
  messages integer not null default 0,
  last_seq bigint not null default 0,
  created_by uuid not null references people,
  created_at timestamptz not null default now()
);
create index topics_channel_id_last_seq_idx on topics (channel_id, last_seq);
create unique index topics_channel_id_title_idx on topics (channel_id, lower(title));

create table messages (
  id uuid primary key,
  channel_id uuid not null references channels,
  topic_id uuid not null references topics,
  seq bigint not null,
  author_id uuid not null references people,
  client_id uuid not null,
  content_hash bytea not null,
  body text not null,
  language text,
  version integer not null default 1,
  sent_at timestamptz not null default now(),
  edited_at timestamptz,
  removed_at timestamptz,
  unique (channel_id, seq),
  unique (author_id, client_id)
);
create index messages_topic_id_seq_idx on messages (topic_id, seq);

create table message_mentions (
  message_id uuid not null references messages,
  person_id uuid not null references people,
  primary key (message_id, person_id)
);
create index message_mentions_person_id_idx on message_mentions (person_id);

create table channel_events (
  channel_id uuid not null references channels,
  seq bigint not null,
  kind text not null,
  subject_id uuid not null,
  version integer not null default 1,
  primary key (channel_id, seq)
);
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
