import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Until when a channel rests in which many people were just told of what was written. */
export class RestingBetweenTellings1764000016100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
set local lock_timeout = '2s';
alter table channel_tellings add column rests_until timestamptz;
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
