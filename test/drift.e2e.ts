/** Entities and migrations describe the same tables, and a migration that landed is never changed. */
import { openDatabase, pgConnection } from '@hub/database';
import { freshDatabase, until } from '@hub/testing';
import { expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { QueryRunner } from 'typeorm';
import { openHubDatabase } from '../src/app.js';
import { migrations } from '../src/schema.js';

/** Checks and foreign keys stand in the migrations alone; an entity names ids, not objects. */
const onlyInMigrations = /DROP CONSTRAINT "\w+_(check|fkey)"/;

it('finds nothing to change between the migrated database and the entities', async () => {
  const { connection, drop } = await freshDatabase();
  const { dataSource } = await openHubDatabase(connection);
  const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
  await dataSource.destroy();
  await drop();
  expect(upQueries.map(({ query }) => query).filter((query) => !onlyInMigrations.test(query))).toEqual([]);
});

it('gives way to whoever holds a table that a migration changes, and comes again', async () => {
  const { connection, drop } = await freshDatabase();
  const holder = new pg.Client(pgConnection(connection));
  await holder.connect();
  await holder.query('begin; lock table memberships in row exclusive mode');
  let tries = 0;
  class Held1799999999000 {
    async up(runner: QueryRunner): Promise<void> {
      tries++;
      await runner.query(`set local lock_timeout = '50ms'; alter table memberships add column held integer`);
    }
    async down(): Promise<void> {}
  }
  const opening = openDatabase({ connection, entities: [], migrations: [...migrations, Held1799999999000] });
  await until(
    () => tries,
    (count) => count >= 2,
  );
  await holder.query('commit');
  const { dataSource } = await opening;
  await dataSource.query('select held from memberships');
  await dataSource.destroy();
  await holder.end();
  await drop();
});

/** A new migration adds the line that this test prints for it; a changed line would be a changed migration. */
it('finds every landed migration as it was', () => {
  const folder = join(import.meta.dirname, '../src/migrations');
  const frozen = JSON.parse(readFileSync(join(folder, 'frozen.json'), 'utf8')) as Record<string, string>;
  const now = Object.fromEntries(
    readdirSync(folder)
      .filter((file) => file.endsWith('.ts'))
      .map((file) => [
        file,
        createHash('sha256')
          .update(readFileSync(join(folder, file)))
          .digest('hex')
          .slice(0, 16),
      ]),
  );
  expect(now).toEqual(frozen);
  expect(migrations).toHaveLength(Object.keys(frozen).length);
});
