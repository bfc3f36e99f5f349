import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Requests to be erased, faults that people report, and the one change that an erasure may make in the audit trail. */
export class Privacy1764000010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table erasure_requests (
  id uuid primary key,
  person_id uuid not null references people,
  requested_at timestamptz not null default now(),
  settled_at timestamptz,
  settled_by uuid references people,
  outcome text,
  -- Why it was refused, for the person to read.
  reason text not null default '',
  constraint erasure_requests_outcome_check check (
    (settled_at is null) = (outcome is null) and outcome in ('carried_out', 'refused', 'withdrawn'))
);
create unique index erasure_requests_open_idx on erasure_requests (person_id) where settled_at is null;

create table faults (
  id uuid primary key,
  at timestamptz not null default now(),
  page text not null,
  text text not null,
  contact text not null,
  settled_at timestamptz,
  settled_by uuid references people
);

-- Who did what when is never changed. A reason is free text, in which somebody may have been named; an erasure says so by
-- its setting, and may change nothing else.
create or replace function audit_only_grows() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and current_setting('hub.erasing', true) = 'on' then
    return null;
  end if;
  raise exception 'The audit trail only grows.' using errcode = 'insufficient_privilege';
end $$;
create function audit_keeps_its_facts() returns trigger language plpgsql as $$
begin
  if (new.id, new.at, new.actor_id, new.network_id, new.action, new.subject_id, new.before, new.after)
    is distinct from (old.id, old.at, old.actor_id, old.network_id, old.action, old.subject_id, old.before, old.after) then
    raise exception 'The audit trail only grows.' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger audit_keeps_its_facts before update on audit_entries
  for each row execute function audit_keeps_its_facts();
`);
    await runner.query(`do $$ begin
      execute format('grant update (reason) on audit_entries to %I', current_user);
    end $$`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
