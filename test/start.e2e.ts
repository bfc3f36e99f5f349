/** Starting and stopping as an operator meets it: what is refused is one sentence, and a crash at any moment loses nothing. */
import { freshDatabase, testPostgres, until } from '@hub/testing';
import { afterEach, describe, expect, it } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

const project = join(import.meta.dirname, '..');
const cleanUps: (() => void | Promise<void>)[] = [];

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).toReversed()) await cleanUp();
});

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'samverka-start-'));
  // As root the database runs under another account, which must be let in.
  chmodSync(path, 0o755);
  cleanUps.push(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

interface Started {
  child: ChildProcess;
  said: () => string;
  ended: Promise<{ code: number | null; said: string }>;
}

function start(environment: Record<string, string>): Started {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, ['dist/src/main.js'], {
    cwd: project,
    env: { PATH, HOME, PORT: '0', LOG_LEVEL: 'error', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
  const ended = new Promise<{ code: number | null; said: string }>((resolve) => {
    child.on('close', (code) => resolve({ code, said }));
  });
  cleanUps.push(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  return { child, said: () => said, ended };
}

const running = /http:\/\/localhost:\d+/;
/** A first start makes a cluster, which takes its time on a busy disk. */
const patienceMs = 60_000;
const origin = async ({ said }: Started) =>
  running.exec(await until(said, (text) => running.test(text), patienceMs))?.[0] ?? '';

/** Postgres and watchdog processes whose command line names this folder. */
function leftBehind(path: string): string[] {
  return readdirSync('/proc')
    .filter((pid) => /^\d+$/.test(pid))
    .flatMap((pid) => {
      try {
        const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
        return line.includes(path) ? [line] : [];
      } catch {
        return [];
      }
    });
}

async function signIn(url: string): Promise<{ cookie: string; origin: string }> {
  const people = (await (await fetch(`${url}/api/demonstration/people`)).json()) as { id: string; role: string }[];
  const personId = people.find(({ role }) => role === 'research_advisor')?.id;
  const response = await fetch(`${url}/api/demonstration/session`, {
    method: 'POST',
    headers: { origin: url, 'content-type': 'application/json' },
    body: JSON.stringify({ personId }),
  });
  return { cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '', origin: url };
}

describe('a new folder', () => {
  it('becomes the demonstration, and survives kill -9 of the hub at init, at migration and while people write', async () => {
    const path = folder();
    const data = join(path, 'data');
    for (const moment of [/Creating the database/, /Loading the demonstration/]) {
      const cut = start({ HUB_DATA: data });
      await until(cut.said, (text) => moment.test(text), patienceMs);
      cut.child.kill('SIGKILL');
      await cut.ended;
    }
    const hub = start({ HUB_DATA: data });
    const url = await origin(hub);
    const headers = { ...(await signIn(url)), 'content-type': 'application/json' };
    const network = (await (await fetch(`${url}/api/networks/climate`, { headers })).json()) as {
      partnershipCards: unknown[];
      channels: { id: string; slug: string; lastSeq: number }[];
    };
    expect(network.partnershipCards).toHaveLength(7);
    const channel = network.channels.find(({ slug }) => slug === 'water');
    const acknowledged: number[] = [];
    const writing = (async () => {
      for (let n = 0; ; n++) {
        const clientId = crypto.randomUUID();
        const body = JSON.stringify({ clientId, topicTitle: 'Under way', body: `Number ${n}` });
        const response = await fetch(`${url}/api/channels/${channel?.id}/messages`, { method: 'POST', headers, body });
        acknowledged.push(((await response.json()) as { seq: number }).seq);
      }
    })().catch(() => undefined);
    await until(
      () => acknowledged.length,
      (n) => n > 20,
    );
    hub.child.kill('SIGKILL');
    await writing;
    await until(
      () => leftBehind(path),
      (processes) => processes.length === 0,
    );

    const again = start({ HUB_DATA: data });
    const next = await origin(again);
    const events = async (after: number) => {
      const response = await fetch(`${next}/api/channels/${channel?.id}/events?after=${after}`, { headers });
      return ((await response.json()) as { events: { seq: number }[] }).events.map(({ seq }) => seq);
    };
    const stored: number[] = [];
    for (let page = await events(channel?.lastSeq ?? 0); page.length > 0; page = await events(page.at(-1) ?? 0))
      stored.push(...page);
    expect(acknowledged.filter((seq) => !stored.includes(seq))).toEqual([]);
    again.child.kill('SIGTERM');
    expect(await again.ended).toMatchObject({ code: 0 });
    expect(leftBehind(path)).toEqual([]);
  }, 180_000);

  it('is warm from start to the first answer within five seconds', async () => {
    const data = join(folder(), 'data');
    const cold = start({ HUB_DATA: data });
    await origin(cold);
    cold.child.kill('SIGTERM');
    await cold.ended;
    // Other work on the machine only adds to a start: one that took longer is repeated.
    const rounds: number[] = [];
    while (rounds.length < 3 && !rounds.some((seconds) => seconds < 5)) {
      const began = performance.now();
      const warm = start({ HUB_DATA: data });
      expect((await fetch(`${await origin(warm)}/api/session`)).status).toBe(200);
      rounds.push((performance.now() - began) / 1000);
      warm.child.kill('SIGTERM');
      await warm.ended;
    }
    const seconds = Math.min(...rounds);
    console.info(`warm start to first answer: ${seconds.toFixed(1)} s`);
    expect(seconds).toBeLessThan(5);
  }, 180_000);

  it('says so and ends when its Postgres is killed', async () => {
    const path = folder();
    const hub = start({ HUB_DATA: join(path, 'data') });
    await origin(hub);
    const pid = readFileSync(join(path, 'data', 'pg18', 'postmaster.pid'), 'utf8').split('\n')[0];
    process.kill(Number(pid), 'SIGKILL');
    expect(await hub.ended).toMatchObject({ code: 1, said: expect.stringContaining('PostgreSQL ended by SIGKILL') });
  }, 180_000);
});

describe('one sentence and a non-zero exit', () => {
  const sentence = async (environment: Record<string, string>) => {
    const { code, said } = await start(environment).ended;
    expect(code).toBe(1);
    expect(said.trim().split('\n')).toHaveLength(1);
    return said.trim();
  };

  it.each([
    ['a port that is no number', { PORT: 'http' }, 'PORT must be a number; it is "http".'],
    [
      'a role that does not exist',
      { HUB_ROLES: 'api,cook' },
      'HUB_ROLES must be api, worker or api,worker; it is "api,cook".',
    ],
    [
      'a database of another kind',
      { DATABASE_URL: 'mysql://x/y' },
      /^DATABASE_URL must be a postgres:\/\/ or postgresql:\/\/ address/,
    ],
    ['http for others', { PUBLIC_URL: 'http://hub.example.org' }, /^PUBLIC_URL must be https/],
    ['an address for others without its name', { HOST: '0.0.0.0' }, /^PUBLIC_URL must say/],
    [
      'invented data in a real database',
      { DATABASE_URL: 'postgres://x/y', HUB_DEMONSTRATION: 'true' },
      /^HUB_DEMONSTRATION/,
    ],
    ['half a provider', { OIDC_ISSUER: 'https://id.example.org' }, /^The four OIDC variables .* OIDC_CLIENT_ID, /],
    [
      'a provider of every tenant',
      {
        OIDC_ISSUER: 'https://login.microsoftonline.com/common/v2.0',
        OIDC_CLIENT_ID: 'samverka',
        OIDC_CLIENT_SECRET: 'secret',
        OIDC_NAME: 'Granvika',
      },
      /^OIDC_ISSUER must name one tenant/,
    ],
    [
      'a database that is not there',
      { DATABASE_URL: 'postgres://127.0.0.1:1/hub' },
      /^The database could not be reached/,
    ],
  ])('%s', async (_, environment, expected) => {
    expect(await sentence(environment)).toMatch(expected);
  });

  it('a Node that is too old', async () => {
    const older = `data:text/javascript,Object.defineProperty(process.versions, 'node', { value: '18.20.8' })`;
    const child = spawn(process.execPath, ['--import', older, 'src/start.mjs'], { cwd: project });
    let said = '';
    child.stderr.on('data', (text) => (said += text));
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(1);
    expect(said).toBe('Samverka needs Node 20.19 or later; this is 18.20.8.\n');
  });

  it('a folder that holds something else', async () => {
    const path = folder();
    writeFileSync(join(path, 'minutes.txt'), 'ours');
    expect(await sentence({ HUB_DATA: path })).toContain(path);
  });

  it('a port that is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    cleanUps.push(() => void server.close());
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    const { connection, drop } = await freshDatabase();
    cleanUps.push(drop);
    expect(await sentence({ DATABASE_URL: urlOf(connection), PORT: String(port) })).toBe(
      `Port ${port} is taken by another program: stop it, or choose another with PORT.`,
    );
  });

  it('a database that could lose what was acknowledged', async () => {
    const { connection, drop } = await freshDatabase();
    cleanUps.push(drop);
    const { database } = connection as { database: string };
    const client = new pg.Client(connection as pg.ClientConfig);
    await client.connect();
    await client.query(`alter database ${database} set synchronous_commit = off`);
    await client.end();
    expect(await sentence({ DATABASE_URL: urlOf(connection) })).toMatch(
      /^The database runs with synchronous_commit or fsync off/,
    );
  });
});

/** The runner's Postgres listens on a socket only; its address as a URL. */
function urlOf(connection: object): string {
  const { host, port, user } = testPostgres();
  return `postgres://${user}@localhost/${(connection as { database: string }).database}?host=${encodeURIComponent(host)}&port=${port}`;
}
