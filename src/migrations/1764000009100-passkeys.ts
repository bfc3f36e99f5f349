import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Passkeys, and the challenges that a browser has been given and not yet answered. */
export class Passkeys1764000009100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table passkeys (
  id uuid primary key,
  person_id uuid not null references people,
  credential_id text not null unique,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  name text not null,
  backed_up boolean not null,
  created_at timestamptz not null default now(),
  last_used_at timestamptz
);
create index passkeys_person_id_idx on passkeys (person_id);

create table passkey_challenges (
  challenge text primary key,
  browser_hash bytea not null,
  -- Who may register with it; null where it is for signing in or confirming.
  person_id uuid references people,
  expires_at timestamptz not null
);
create index passkey_challenges_expires_at_idx on passkey_challenges (expires_at);
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
