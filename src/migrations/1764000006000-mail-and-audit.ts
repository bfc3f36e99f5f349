import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What mail and the administration stand on: a ledger that knows letters to people without an account, and a trail that only grows. */
export class MailAndAudit1764000006000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- A letter may go to somebody who has no account yet; which address it was is told by its subject.
alter table deliveries alter column person_id drop not null;

-- The letters of a demonstration, which nobody gets but whoever looks at /demo/mailbox.
create table demonstration_mails (
  id uuid primary key,
  at timestamptz not null default now(),
  recipient text not null,
  subject text not null,
  plain text not null,
  html text not null
);
create index demonstration_mails_at_idx on demonstration_mails (at);

alter table audit_entries
  -- Null where the hub did it, or whoever runs it from the command line.
  alter column actor_id drop not null,
  -- What was changed, as ids, roles, dates and names of fields: never a person's name, address or text.
  add column before jsonb,
  add column after jsonb;
create index audit_entries_at_idx on audit_entries (at);
create index audit_entries_subject_id_idx on audit_entries (subject_id);

create function audit_only_grows() returns trigger language plpgsql as $$
begin
  raise exception 'The audit trail only grows.' using errcode = 'insufficient_privilege';
end $$;
create trigger audit_only_grows before update or delete or truncate on audit_entries
  for each statement execute function audit_only_grows();

-- How often somebody tried something, kept by rate-limiter-flexible.
create table tries (
  key varchar(255) primary key,
  points integer not null default 0,
  expire bigint
);
`);
    // The trigger holds for a superuser too; for everybody else the right is missing already.
    await runner.query(`do $$ begin
      execute format('revoke update, delete, truncate on audit_entries from %I', current_user);
    end $$`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
