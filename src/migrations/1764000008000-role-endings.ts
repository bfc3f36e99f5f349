import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A role that ends is told four weeks before: which endings were, and a notification that is of no message. */
export class RoleEndings1764000008000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- The ends that were told of. A role whose end is moved has another end, which is told of when it is near.
create table ending_warnings (
  membership_id uuid not null references memberships on delete cascade,
  until_on date not null,
  warned_at timestamptz not null default now(),
  primary key (membership_id, until_on)
);

alter table notifications
  alter column message_id drop not null,
  add column membership_id uuid references memberships on delete cascade,
  drop constraint notifications_kind_check,
  add constraint notifications_kind_check check (kind in ('mention', 'report', 'role_ending')),
  add constraint notifications_about_check check (
    (kind = 'role_ending') = (membership_id is not null) and (membership_id is null) = (message_id is not null));
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
