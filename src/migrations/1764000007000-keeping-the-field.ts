import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Networks that close and open again, and partnerships that are renamed: what closing closed can be told from what people closed. */
export class KeepingTheField1764000007000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table network_closings (
  id uuid primary key,
  network_id uuid not null references networks,
  status text not null,
  -- What the network was, and is again when it is opened.
  status_before text not null,
  reason text not null default '',
  closed_at timestamptz not null default now(),
  reopened_at timestamptz,
  constraint network_closings_status_check check (status in ('completed', 'archived'))
);
create unique index network_closings_open_idx on network_closings (network_id) where reopened_at is null;

alter table partnerships add column former_names text[] not null default '{}';

alter table channels
  -- Closed together with its network or its partnership, and open again with it; null where people closed it.
  add column archived_with text,
  add constraint channels_archived_with_check check (archived_with in ('network', 'partnership'));

-- Nobody comes into a closed network and nothing is opened in it, whichever way it is tried. The network's row is held
-- until the end of the transaction, so that it is not closed meanwhile.
create function network_is_open() returns trigger language plpgsql as $$
declare
  network_status text;
begin
  select status into network_status from networks where id = new.network_id for share;
  if network_status in ('completed', 'archived') then
    raise exception 'The network is closed.' using errcode = 'HB403';
  end if;
  return null;
end $$;
create trigger network_is_open after insert on memberships for each row execute function network_is_open();
create trigger network_is_open after insert on channels for each row execute function network_is_open();
create trigger network_is_open after insert on partnerships for each row execute function network_is_open();
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
