import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Counts the changes of what roles follow from, so that open sockets are compared with the rows only when there was one. */
export class Standing1764000006000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table enrolment add column changes bigint not null default 0;

create or replace function enrolment_is_due() returns trigger language plpgsql as $$
begin
  update enrolment set due = true, changes = changes + 1;
  return null;
end $$;
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
