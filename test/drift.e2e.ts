/** Entities and migrations describe the same tables, and a migration that landed is never changed. */
import { freshDatabase } from '@hub/testing';
import { expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openHubDatabase } from '../src/app.js';

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
});
