import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who pays for an exchange visit, which nobody has said yet of those that there are. */
export class TimelineMends1764000012500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table visits add column cost_owner text
  constraint visits_cost_owner_check check (cost_owner in ('swedish', 'international', 'icld'));
update visit_changes set snapshot = snapshot || '{"costOwner": null}';
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
