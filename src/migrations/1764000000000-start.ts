import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The field's model, one conversation, and what tells people about it. */
export class Start1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(hub);
    await runner.query(field);
    await runner.query(people);
    await runner.query(conversation);
    await runner.query(telling);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const hub = `
create table settings (
  key text primary key,
  value jsonb not null
);
`;

const field = `
create table themes (
  id uuid primary key,
  slug text not null unique,
  names jsonb not null
);

create table networks (
  id uuid primary key,
  slug text not null unique,
  name text not null,
  former_names text[] not null default '{}',
  theme_id uuid not null references themes,
  region text not null,
  purpose text not null,
  round integer not null,
  status text not null,
  starts_on date not null,
  ends_on date not null,
  constraint networks_status_check check (status in ('planned', 'active', 'extended', 'completed', 'archived')),
  constraint networks_ends_on_check check (ends_on > starts_on)
);

create table local_governments (
  id uuid primary key,
  name text not null,
  kind text not null,
  country text not null,
  time_zone text not null,
  source text not null,
  constraint local_governments_kind_check
    check (kind in ('municipality', 'region', 'county', 'district', 'city', 'province', 'association')),
  constraint local_governments_country_check check (country ~ '^[A-Z]{2}$'),
  constraint local_governments_source_check check (source in ('real', 'fictional'))
);

create table partnerships (
  id uuid primary key,
  slug text not null unique,
  network_id uuid not null references networks,
  name text not null,
  associate boolean not null default false,
  source text not null,
  continues_id uuid references partnerships,
  constraint partnerships_source_check check (source in ('real', 'fictional'))
);
create index partnerships_network_id_idx on partnerships (network_id);

create table partnership_parties (
  id uuid primary key,
  partnership_id uuid not null references partnerships,
  side text not null,
  local_government_id uuid not null references local_governments,
  from_on date not null,
  until_on date,
  constraint partnership_parties_side_check check (side in ('swedish', 'international'))
);
create index partnership_parties_partnership_id_idx on partnership_parties (partnership_id);
create index partnership_parties_local_government_id_idx on partnership_parties (local_government_id);

create table partnership_statuses (
  partnership_id uuid not null references partnerships,
  from_on date not null,
  status text not null,
  reason text not null default '',
  primary key (partnership_id, from_on),
  constraint partnership_statuses_status_check
    check (status in ('applicant', 'inception', 'active', 'paused', 'withdrawn', 'completed', 'alumni'))
);

create table projects (
  id uuid primary key,
  partnership_id uuid not null references partnerships,
  name text not null,
  challenge text not null,
  aims text[] not null,
  sdg_targets text[] not null,
  starts_on date not null,
  ends_on date not null,
  constraint projects_ends_on_check
    check (ends_on >= starts_on + interval '1 year' and ends_on <= starts_on + interval '3 years'),
  constraint projects_sdg_targets_check check (cardinality(sdg_targets) <= 3)
);
create index projects_partnership_id_idx on projects (partnership_id);

create table steering_groups (
  id uuid primary key,
  partnership_id uuid not null unique references partnerships
);
`;

const people = `
create table people (
  id uuid primary key,
  name text not null,
  initials text not null,
  title text not null default '',
  email text not null,
  email_visible boolean not null default false,
  local_government_id uuid references local_governments,
  languages text[] not null default '{en}',
  time_zone text not null,
  locale text not null default 'en',
  theme text not null default 'system',
  low_data boolean not null default false,
  event_seq bigint not null default 0,
  created_at timestamptz not null default now(),
  disabled_at timestamptz,
  constraint people_locale_check check (locale in ('en', 'sv')),
  constraint people_theme_check check (theme in ('system', 'light', 'dark'))
);
create unique index people_email_idx on people (lower(email));

create table memberships (
  id uuid primary key,
  person_id uuid not null references people,
  role text not null,
  network_id uuid references networks,
  partnership_id uuid references partnerships,
  side text,
  from_on date not null,
  until_on date,
  constraint memberships_role_check check (role in (
    'administrator', 'project_coordinator', 'research_advisor', 'expert', 'mentor', 'partnership_coordinator',
    'project_manager', 'team_member', 'politician', 'senior_official', 'civil_society', 'communications_officer', 'guest')),
  constraint memberships_side_check check (side in ('swedish', 'international')),
  constraint memberships_network_check check ((role = 'administrator') = (network_id is null)),
  constraint memberships_partnership_check check (case
    when role in ('partnership_coordinator', 'project_manager', 'team_member', 'politician', 'senior_official', 'civil_society')
      then partnership_id is not null and side is not null
    when role = 'mentor' then side is null
    else partnership_id is null and side is null end)
);
create index memberships_person_id_idx on memberships (person_id);
create index memberships_network_id_idx on memberships (network_id);
create index memberships_partnership_id_idx on memberships (partnership_id);

-- until_on is the first day without the role, so a membership ended today has ended.
create view current_memberships as
  select m.* from memberships m join people p on p.id = m.person_id
  where p.disabled_at is null and m.from_on <= current_date and (m.until_on is null or current_date < m.until_on);

create table seats (
  id uuid primary key,
  steering_group_id uuid not null references steering_groups,
  side text not null,
  role text not null,
  mandate text not null,
  from_on date not null,
  until_on date,
  constraint seats_side_check check (side in ('swedish', 'international')),
  constraint seats_role_check check (role in ('politician', 'senior_official')),
  constraint seats_mandate_check check (mandate in ('majority', 'opposition', 'none'))
);
create index seats_steering_group_id_idx on seats (steering_group_id);

create table seat_holders (
  id uuid primary key,
  seat_id uuid not null references seats,
  membership_id uuid not null references memberships,
  from_on date not null,
  until_on date
);
create index seat_holders_seat_id_idx on seat_holders (seat_id);
create index seat_holders_membership_id_idx on seat_holders (membership_id);

create table sessions (
  id uuid primary key,
  person_id uuid not null references people,
  token_hash bytea not null unique,
  created_at timestamptz not null default now(),
  last_used_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index sessions_person_id_idx on sessions (person_id);
`;

const conversation = `
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
`;

const telling = `
create table outbox (
  id bigint generated always as identity primary key,
  topic text not null,
  payload jsonb not null,
  due_at timestamptz not null default now(),
  queued_at timestamptz,
  failed_at timestamptz,
  failure text
);
create index outbox_due_at_idx on outbox (due_at) where queued_at is null and failed_at is null;

create table notifications (
  id uuid primary key,
  person_id uuid not null references people,
  kind text not null,
  message_id uuid not null references messages,
  created_at timestamptz not null default now(),
  read_at timestamptz,
  unique (person_id, kind, message_id),
  constraint notifications_kind_check check (kind in ('mention'))
);
create index notifications_person_id_created_at_idx on notifications (person_id, created_at);

create table user_events (
  person_id uuid not null references people,
  seq bigint not null,
  kind text not null,
  subject jsonb not null,
  created_at timestamptz not null default now(),
  primary key (person_id, seq)
);

create table deliveries (
  id uuid primary key,
  person_id uuid not null references people,
  medium text not null,
  kind text not null,
  subject_id uuid not null,
  dedupe_key text not null unique,
  state text not null,
  reason text,
  attempt integer not null default 0,
  created_at timestamptz not null default now(),
  settled_at timestamptz,
  constraint deliveries_medium_check check (medium in ('hub', 'email', 'push')),
  constraint deliveries_state_check check (state in ('pending', 'sending', 'delivered', 'suppressed', 'failed'))
);
create index deliveries_person_id_idx on deliveries (person_id);
`;
