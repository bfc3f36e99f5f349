import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts at an OpenID provider that were linked to a person, and sign-ins there that have begun. */
export class Identities1764000009300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table identities (
  id uuid primary key,
  person_id uuid not null references people,
  issuer text not null,
  subject text not null,
  created_at timestamptz not null default now(),
  last_used_at timestamptz,
  constraint identities_issuer_subject_key unique (issuer, subject)
);
create index identities_person_id_idx on identities (person_id);

create table identity_attempts (
  state text primary key,
  browser_hash bytea not null,
  nonce text not null,
  verifier text not null,
  -- The session that links the account; null where somebody signs in.
  session_id uuid references sessions on delete cascade,
  expires_at timestamptz not null
);
create index identity_attempts_expires_at_idx on identity_attempts (expires_at);
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
