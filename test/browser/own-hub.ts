/** A hub for one journey, on a database whose rows the journey may write. */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';

const project = join(import.meta.dirname, '../..');
const postgres = JSON.parse(process.env.TEST_POSTGRES ?? '{}') as {
  host: string;
  port: number;
  user: string;
  template: string;
};

export interface OwnHub {
  origin: string;
  rows: pg.Client;
  close(): Promise<void>;
}

/** `env`: variables of [operations](../../docs/operations.md). */
export async function ownHub(name: string, env: Record<string, string> = {}): Promise<OwnHub> {
  const database = `test_${name}_${randomUUID().replaceAll('-', '')}`;
  await administer(`create database ${database} template ${postgres.template}`);
  const rows = new pg.Client({ ...postgres, database });
  await rows.connect();
  const place = `?host=${encodeURIComponent(postgres.host)}&port=${postgres.port}`;
  const DATABASE_URL = `postgres://${postgres.user}@localhost/${database}${place}`;
  const hub = spawn(process.execPath, ['dist/src/main.js'], {
    cwd: project,
    env: { ...process.env, DATABASE_URL, PORT: '0', LOG_LEVEL: 'error', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => hub.on('close', resolve));
  const origin = await new Promise<string>((resolve, reject) => {
    hub.stdout.on('data', (text) => {
      const [found] = /http:\/\/[^\s/]+/.exec(String(text)) ?? [];
      if (found !== undefined) resolve(found);
    });
    void ended.then(() => reject(new Error('The hub did not start.')));
  });
  const close = async () => {
    hub.kill('SIGTERM');
    await ended;
    await rows.end();
    await administer(`drop database ${database} with (force)`);
  };
  return { origin, rows, close };
}

async function administer(sql: string): Promise<void> {
  const client = new pg.Client({ ...postgres, database: 'postgres' });
  await client.connect();
  await client.query(sql);
  await client.end();
}
