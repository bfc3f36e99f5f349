import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a person needs to know of their sessions in order to end the right one, and when somebody last proved who they are. */
export class Sessions1764000009000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- Everybody who is signed in before this came through the demonstration's door, and so does whom the previous release lets in.
alter table sessions
  add column how text not null default 'demonstration',
  add column browser text not null default '',
  add column system text not null default '',
  add column last_seen_at timestamptz not null default now(),
  add column second_factor_at timestamptz,
  add constraint sessions_how_check check (how in ('code', 'passkey', 'oidc', 'demonstration'));
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
