import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The field: themes, networks, local governments, partnerships, projects, steering groups; and the hub's own settings. */
export class Field1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table settings (
  key text primary key,
  value jsonb not null
);

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
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
