/**
 * A whole hub for a test file: the real app on a database of its own, made from the migrated template that
 * `test/run.mjs` prepared. Nothing in it is mocked.
 */
import { Hub, type HubOptions } from '@hub/client';
import type { Connection, Database } from '@hub/database';
import type { Bus } from '@hub/realtime';
import { deepStrictEqual } from 'node:assert';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { openHubDatabase, startApp, type App } from '../../../src/app.js';
import { parseConfig } from '../../../src/config.js';
import { inspectAsMade } from '../../../src/edge/route.js';
import { signIn, type SignedIn } from './people.js';

/** Nothing may miss and nothing undeclared be there. */
inspectAsMade(({ output }, answer) => deepStrictEqual(answer, output.parse(answer)));

export interface TestHub {
  origin: string;
  app: App;
  database: Database;
  connection: Connection;
  /** A live client of this person; closed with the hub. */
  client(person: SignedIn, options?: Partial<HubOptions>): Hub;
  signIn(personId: string): Promise<SignedIn>;
  /** A second node on the same database. */
  another(environment?: Record<string, string>, bus?: Bus): Promise<TestHub>;
  close(): Promise<void>;
}

export interface TestPostgres {
  host: string;
  port: number;
  user: string;
  template: string;
}

/** Where the runner's Postgres is. */
export function testPostgres(): TestPostgres {
  const { TEST_POSTGRES } = process.env;
  if (TEST_POSTGRES === undefined) throw new Error('Run the tests with `npm test`, which brings a Postgres.');
  return JSON.parse(TEST_POSTGRES) as TestPostgres;
}

/** A fresh database; `drop` ends whatever is still connected. */
export async function freshDatabase(template?: string): Promise<{ connection: Connection; drop: () => Promise<void> }> {
  const { host, port, user, template: migrated } = testPostgres();
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await administer(`create database ${name} template ${template ?? migrated}`);
  const drop = () => administer(`drop database ${name} with (force)`);
  return { connection: { host, port, user, database: name }, drop };
}

async function administer(sql: string): Promise<void> {
  const { host, port, user } = testPostgres();
  const client = new pg.Client({ host, port, user, database: 'postgres' });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

export async function hub(environment: Record<string, string> = {}, bus?: Bus): Promise<TestHub> {
  const { connection, drop } = await freshDatabase();
  const node = await start(connection, environment, bus);
  return { ...node, close: () => node.close().then(drop) };
}

async function start(connection: Connection, environment: Record<string, string>, bus?: Bus): Promise<TestHub> {
  const config = parseConfig({ PORT: '0', LOG_LEVEL: 'silent', HUB_DEMONSTRATION: 'false', ...environment });
  const database = await openHubDatabase(connection);
  const app: App = await startApp(config, database, connection, bus);
  const origin = `http://127.0.0.1:${app.port}`;
  const clients: Hub[] = [];
  const others: TestHub[] = [];
  return {
    origin,
    app,
    database,
    connection,
    signIn: (personId) => signIn(database, personId, origin),
    client: (person, options) => {
      const client = new Hub({ origin, headers: { ...person.headers, origin }, ...options });
      clients.push(client);
      client.connect();
      return client;
    },
    another: async (extra = {}, otherBus = bus) => {
      const node = await start(connection, { ...environment, ...extra }, otherBus);
      others.push(node);
      return node;
    },
    close: async () => {
      for (const client of clients) client.close();
      for (const other of others) await other.close();
      await app.close();
    },
  };
}
