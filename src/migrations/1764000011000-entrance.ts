import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The way in: sign-ins by a letter, and invitations. */
export class Entrance1764000011000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table invitations (
  id uuid primary key,
  email text not null,
  name text not null,
  role text not null,
  network_id uuid references networks,
  partnership_id uuid references partnerships,
  side text,
  seat_id uuid references seats,
  until_on date,
  locale text not null,
  -- Null for the first administrator, who is invited from the command line.
  invited_by uuid references people,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  accepted_at timestamptz,
  person_id uuid references people,
  constraint invitations_side_check check (side in ('swedish', 'international')),
  constraint invitations_locale_check check (locale in ('en', 'sv')),
  constraint invitations_accepted_check check ((accepted_at is null) = (person_id is null))
);
create index invitations_email_idx on invitations (lower(email));
create index invitations_network_id_idx on invitations (network_id);
create index invitations_created_at_idx on invitations (created_at);

create table invitation_letters (
  id uuid primary key,
  invitation_id uuid not null references invitations on delete cascade,
  created_at timestamptz not null default now(),
  link_hashes bytea[] not null default '{}'
);
create index invitation_letters_invitation_id_idx on invitation_letters (invitation_id);
create index invitation_letters_link_hashes_idx on invitation_letters using gin (link_hashes);

-- Somebody who asked to be let in by a letter. Without a person where nobody has the address, so that both look alike.
create table sign_ins (
  id uuid primary key,
  person_id uuid references people,
  -- Of somebody who was invited and has not come yet: the invitation is sent again instead.
  invitation_id uuid references invitations on delete cascade,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  -- Of every letter that may have left; a letter whose sending was cut short leaves again with others.
  code_hashes bytea[] not null default '{}',
  link_hashes bytea[] not null default '{}',
  wrong_codes integer not null default 0,
  used_at timestamptz
);
create index sign_ins_person_id_idx on sign_ins (person_id);
create index sign_ins_link_hashes_idx on sign_ins using gin (link_hashes);
create index sign_ins_expires_at_idx on sign_ins (expires_at);
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
