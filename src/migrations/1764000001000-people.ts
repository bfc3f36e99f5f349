import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People, their roles and seats over time, and their sessions. */
export class People1764000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
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
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index sessions_person_id_idx on sessions (person_id);
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
