import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The milestone plan of a network, its milestones with their history and evidence, exchange visits, bands and feeds. */
export class Timeline1764000012000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table networks add column visits_a_year integer not null default 2,
  add constraint networks_visits_a_year_check check (visits_a_year between 0 and 12);

create table plan_items (
  id uuid primary key,
  network_id uuid not null references networks,
  number integer not null,
  kind text not null,
  scope text not null,
  names jsonb not null,
  month integer not null,
  planned_on date not null,
  deadline_time time,
  deadline_zone text,
  owner_role text not null,
  created_at timestamptz not null default now(),
  unique (network_id, number),
  constraint plan_items_kind_check check (kind in (
    'launch', 'network_event', 'agreement', 'governance', 'training', 'planning', 'application', 'decision', 'baseline',
    'workshop', 'steering', 'deliverable', 'research', 'report', 'review', 'exchange', 'dissemination')),
  constraint plan_items_scope_check check (scope in ('network', 'partnership')),
  constraint plan_items_deadline_check check ((deadline_time is null) = (deadline_zone is null))
);

create table milestones (
  id uuid primary key,
  item_id uuid not null references plan_items,
  network_id uuid not null references networks,
  partnership_id uuid references partnerships,
  planned_on date not null,
  forecast_on date,
  actual_on date,
  state text not null default 'not_started',
  lesson text not null default '',
  owner_seat_id uuid references seats,
  topic_id uuid references topics,
  version integer not null default 1,
  constraint milestones_state_check check (state in ('not_started', 'on_track', 'at_risk', 'done', 'not_applicable')),
  constraint milestones_actual_check check ((state = 'done') = (actual_on is not null))
);
create unique index milestones_item_id_partnership_id_idx on milestones (item_id, partnership_id);
create unique index milestones_of_network_idx on milestones (item_id) where partnership_id is null;
create index milestones_network_id_idx on milestones (network_id);
create index milestones_partnership_id_idx on milestones (partnership_id);

create table milestone_changes (
  milestone_id uuid not null references milestones,
  version integer not null,
  changed_by uuid references people,
  changed_at timestamptz not null default now(),
  reason text not null default '',
  forecast_on date,
  actual_on date,
  state text not null,
  lesson text not null default '',
  owner_seat_id uuid references seats,
  undone boolean not null default false,
  primary key (milestone_id, version)
);
create index milestone_changes_changed_by_idx on milestone_changes (changed_by);

create table evidence (
  id uuid primary key,
  milestone_id uuid not null references milestones,
  note text not null default '',
  message_id uuid references messages,
  link text,
  sdg_targets text[] not null default '{}',
  core_value text,
  level text,
  year integer,
  added_by uuid not null references people,
  added_at timestamptz not null default now(),
  removed_at timestamptz,
  constraint evidence_what_check check (message_id is not null or link is not null),
  constraint evidence_core_value_check check (core_value in ('equity', 'participation', 'transparency', 'accountability')),
  constraint evidence_level_check check (level in ('individual', 'organisation', 'society'))
);
create index evidence_milestone_id_idx on evidence (milestone_id);
create index evidence_added_by_idx on evidence (added_by);

create table visits (
  id uuid primary key,
  network_id uuid not null references networks,
  partnership_id uuid not null references partnerships,
  host_side text not null,
  host_government_id uuid references local_governments,
  planned_on date not null,
  starts_on date not null,
  ends_on date not null,
  state text not null default 'planned',
  cause text,
  purpose text not null,
  programme text not null default '',
  participants jsonb not null default '[]',
  checklist jsonb not null,
  lessons text not null default '',
  version integer not null default 1,
  constraint visits_days_check check (ends_on >= starts_on),
  constraint visits_host_side_check check (host_side in ('swedish', 'international')),
  constraint visits_state_check check (state in (
    'planned', 'confirmed', 'postponed', 'moved', 'held', 'held_online', 'cancelled')),
  constraint visits_cause_check check (cause in (
    'visa', 'election', 'funding', 'illness', 'security', 'workload', 'other'))
);
create index visits_network_id_idx on visits (network_id);
create index visits_partnership_id_idx on visits (partnership_id);

create table visit_changes (
  visit_id uuid not null references visits,
  version integer not null,
  changed_by uuid references people,
  changed_at timestamptz not null default now(),
  reason text not null default '',
  snapshot jsonb not null,
  undone boolean not null default false,
  primary key (visit_id, version)
);
create index visit_changes_changed_by_idx on visit_changes (changed_by);

create table calendar_bands (
  id uuid primary key,
  kind text not null,
  country text not null,
  names jsonb not null,
  starts_on date not null,
  ends_on date not null,
  added_by uuid references people,
  removed_at timestamptz,
  constraint calendar_bands_kind_check check (kind in ('election', 'holiday', 'budget_year', 'school_holiday')),
  constraint calendar_bands_days_check check (ends_on >= starts_on)
);
create index calendar_bands_country_idx on calendar_bands (country);

create table calendar_feeds (
  id uuid primary key,
  person_id uuid not null references people,
  scope text not null,
  network_id uuid references networks,
  partnership_id uuid references partnerships,
  token_hash bytea not null unique,
  created_at timestamptz not null default now(),
  last_used_on date,
  revoked_at timestamptz,
  constraint calendar_feeds_scope_check check (scope in ('personal', 'network', 'partnership')
    and (scope = 'network') = (network_id is not null) and (scope = 'partnership') = (partnership_id is not null))
);
create index calendar_feeds_person_id_idx on calendar_feeds (person_id);

-- What happens on a timeline is told in the announcements: whoever is only a guest by now keeps no place there.
create or replace view current_channel_members as
  select cm.channel_id, cm.person_id, cm.origin, cm.joined_at, cm.muted_at, cm.read_from_seq
  from channel_members cm
  where cm.left_at is null and ((select settled from enrolment_state) or case cm.origin
    when 'hand' then exists (
      select from channels c join current_memberships m
        on m.person_id = cm.person_id and (m.network_id = c.network_id or m.role = 'administrator')
      where c.id = cm.channel_id and (c.kind <> 'announcements' or m.role <> 'guest'))
    else exists (
      select from channel_openings o where o.channel_id = cm.channel_id and o.person_id = cm.person_id)
  end);
insert into enrolment_changes default values;
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
