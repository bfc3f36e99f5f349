import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The channels that somebody is in are found without looking at each place: after a restart everybody asks at once. */
export class PlacesByPerson1764000015000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
set local lock_timeout = '2s';
create index channel_members_person_id_channel_id_idx on channel_members (person_id, channel_id) where left_at is null;
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
