import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Personal tokens, with which programs act for a person. */
export class PersonalTokens1764000009200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table personal_tokens (
  id uuid primary key,
  person_id uuid not null references people,
  token_hash bytea not null unique,
  name text not null,
  scope text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  constraint personal_tokens_scope_check check (scope in ('read', 'write')),
  constraint personal_tokens_expires_at_check check (expires_at <= created_at + interval '366 days')
);
create index personal_tokens_person_id_idx on personal_tokens (person_id);
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
