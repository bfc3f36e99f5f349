/** Starts the hub: configuration, database, demonstration, app. What stops it is one sentence and an exit code of 1. */
import {
  DatabaseRefusal,
  EmbeddedRefusal,
  startEmbeddedPostgres,
  type Connection,
  type EmbeddedPostgres,
} from '@hub/database';
import { QueueRefusal } from '@hub/queue';
import { openHubDatabase, startApp, type App } from './app.js';
import { ConfigRefusal, parseConfig, type Config } from './config.js';
import { DemonstrationRefusal, loadDemonstration } from './modules/demonstration/loader.js';

const refusals = [ConfigRefusal, EmbeddedRefusal, DatabaseRefusal, QueueRefusal, DemonstrationRefusal];
const say = (sentence: string) => void process.stdout.write(`${sentence}\n`);

/** How long everything together may take to stop before the database is stopped under it, ms. */
const patienceMs = 20_000;

let postgres: EmbeddedPostgres | undefined;
let app: App | undefined;
let stopping = false;

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(0));

try {
  await start(parseConfig(process.env));
} catch (error) {
  process.stderr.write(`${sentenceOf(error)}\n`);
  await stop(1);
}

async function start(config: Config): Promise<void> {
  const connection = await database(config);
  const opened = await openHubDatabase(connection);
  if (config.demonstration) await loadDemonstration(opened, { now: new Date(), progress: say });
  app = await startApp(config, opened, connection);
  say(`Samverka is running: ${config.publicUrl ?? `http://localhost:${app.port}`}`);
}

async function database({ databaseUrl, dataFolder }: Config): Promise<Connection> {
  if (databaseUrl !== undefined) return { url: databaseUrl };
  postgres = await startEmbeddedPostgres({ folder: dataFolder, progress: say });
  void postgres.ended.then((sentence) => {
    if (stopping) return;
    process.stderr.write(`${sentence}\n`);
    process.exit(1);
  });
  return postgres.connection;
}

/** Requests, sockets and jobs first, then the database. A second signal does not wait. */
async function stop(code: number): Promise<void> {
  if (stopping) process.exit(code);
  stopping = true;
  const patience = new Promise((resolve) => setTimeout(resolve, patienceMs).unref());
  await Promise.race([app?.close().catch(() => undefined), patience]);
  await postgres?.stop().catch(() => undefined);
  process.exit(code);
}

function sentenceOf(error: unknown): string {
  if (refusals.some((kind) => error instanceof kind)) return (error as Error).message;
  if (error instanceof Error && 'code' in error) {
    const { code, port } = error as Error & { code: unknown; port?: number };
    if (code === 'EADDRINUSE') return `Port ${port} is taken by another program: stop it, or choose another with PORT.`;
    if (code === 'EACCES') return `Port ${port} may not be opened by this user: choose another with PORT.`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
