import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What tells people: the outbox, notifications, their own events, and the ledger of deliveries. */
export class Telling1764000003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
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
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
