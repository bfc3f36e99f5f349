/** Opens the database: refuses one that could lose an acknowledged message, and migrates it under a lock. */
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { Database } from './database.js';
import { PostgresNames } from './naming.js';
import { isPassing } from './passing.js';

// Sequences and counters stay far below 2^53, and a date without a zone must not become an instant.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.DATE, (day) => day);

/** `url`, or the host (a socket folder), port, user and name of a database. */
export type Connection = { url: string } | { host: string; port: number; user: string; database: string };

/** A reason not to start, in one sentence meant for the operator. */
export class DatabaseRefusal extends Error {}

const oldestMajor = 13;
const connectMs = 10_000;
/** A database that says nothing must not hold requests, or a lock that others wait for, for ever; ms. */
const limits = {
  keepAlive: true,
  // A connection that is closed when it is not needed for a moment takes its plans with it.
  idleTimeoutMillis: 600_000,
  statement_timeout: 30_000,
  idle_in_transaction_session_timeout: 30_000,
  query_timeout: 35_000,
};
const migrationLock = 7_301_964;

/**
 * For pools: a connection that breaks in the moment between two holders has nobody who listens, which would end the
 * process; whoever asks by it next is told.
 */
export const minded = { onConnect: (client: pg.ClientBase) => void client.on('error', () => undefined) };

export interface OpenOptions {
  connection: Connection;
  entities: NonNullable<DataSourceOptions['entities']>;
  migrations: NonNullable<DataSourceOptions['migrations']>;
  poolSize?: number;
  /** Runs under the migration lock, after the hub's own migrations. */
  alsoMigrate?: (client: pg.Client) => Promise<void>;
}

export async function openDatabase(options: OpenOptions): Promise<Database> {
  const client = await reach(options.connection);
  try {
    await refuseUnsafe(client);
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    const dataSource = new DataSource({
      type: 'postgres',
      ...typeormConnection(options.connection),
      entities: options.entities,
      migrations: options.migrations,
      namingStrategy: new PostgresNames(),
      poolSize: options.poolSize ?? 20,
      migrationsTableName: 'migrations',
      applicationName: 'samverka',
      connectTimeoutMS: connectMs,
      extra: { ...limits, ...minded },
    });
    await dataSource.initialize();
    await migrate(dataSource);
    await options.alsoMigrate?.(client);
    return new Database(dataSource);
  } catch (error) {
    if (isPassing(error)) throw new DatabaseRefusal(`The database broke off while it was opened: ${reasonOf(error)}.`);
    throw error;
  } finally {
    // Ending the session releases the lock, whatever happened in between.
    await client.end();
  }
}

/** What `pg` itself takes, for those that need a connection of their own (LISTEN, BullMQ). */
export function pgConnection(connection: Connection): pg.ClientConfig {
  return 'url' in connection ? { connectionString: connection.url } : connection;
}

function typeormConnection(connection: Connection) {
  if ('url' in connection) return { url: connection.url };
  const { user, ...rest } = connection;
  return { ...rest, username: user };
}

async function reach(connection: Connection): Promise<pg.Client> {
  const client = new pg.Client({ ...pgConnection(connection), connectionTimeoutMillis: connectMs });
  // Without a listener a connection that breaks while idle would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw new DatabaseRefusal(`The database could not be reached: ${reasonOf(error)}.`);
  }
  return client;
}

/** What waits for a table keeps others waiting behind it: a migration gives way after its `lock_timeout`, and comes again. */
async function migrate(dataSource: DataSource, tries = 20): Promise<void> {
  try {
    await dataSource.runMigrations({ transaction: 'each' });
  } catch (error) {
    if (tries === 1 || !(error instanceof Error && 'code' in error && error.code === '55P03')) throw error;
    await setTimeout(500);
    await migrate(dataSource, tries - 1);
  }
}

async function refuseUnsafe(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: number; durable: string; fsync: string }>(
    `select current_setting('server_version_num')::int as version,
      current_setting('synchronous_commit') as durable, current_setting('fsync') as fsync`,
  );
  const [server] = rows;
  if (!server) return;
  const major = Math.floor(server.version / 10_000);
  if (major < oldestMajor)
    throw new DatabaseRefusal(`The database is PostgreSQL ${major}; Samverka needs ${oldestMajor} or later.`);
  if (server.durable === 'off' || server.fsync === 'off')
    throw new DatabaseRefusal(
      'The database runs with synchronous_commit or fsync off and could lose acknowledged messages: turn both on.',
    );
}

/** Why a connection failed; an AggregateError (one try for each address) has no message of its own. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return reasonOf(error.errors[0]);
  return error instanceof Error ? error.message || error.name : String(error);
}
