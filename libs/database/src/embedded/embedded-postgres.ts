/**
 * Runs the real PostgreSQL as a child of this process, for a hub that was given no DATABASE_URL. It promises: every acknowledged commit
 * survives any crash, one hub per data folder, nothing left running when this process is gone, and
 * a sentence for a person where it cannot be.
 */
import type { ChildProcess } from 'node:child_process';
import { chownSync, closeSync, existsSync, mkdtempSync, openSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { complaint, createCluster, DATABASE, USER } from './cluster.js';
import { claimFolder } from './hub-lock.js';
import { launch, type Account } from './identity.js';
import { EmbeddedRefusal, shown } from './refusal.js';
import { findSite } from './site.js';
import { startWatchdog } from './watchdog.js';

export { EmbeddedRefusal } from './refusal.js';

export interface EmbeddedPostgres {
  /** Connection options for `pg` (host is the socket folder). Database `hub` exists. */
  connection: { host: string; port: number; user: 'app'; database: string };
  /** Resolves with a sentence if Postgres ends without being asked to. */
  ended: Promise<string>;
  /** Fast stop: SIGINT, wait 30 s, SIGQUIT. Idempotent. */
  stop(): Promise<void>;
  /** The folder really used. */
  dataFolder: string;
}

/** There is no TCP; the number only names the socket in its folder. */
const PORT = 5432;

/**
 * Starts PostgreSQL on the data in `folder`, making the database the first time.
 * Rejects with EmbeddedRefusal where a person has to decide something.
 */
export async function startEmbeddedPostgres(options: {
  folder: string;
  progress?: (step: string) => void;
}): Promise<EmbeddedPostgres> {
  const progress = options.progress ?? (() => undefined);
  const site = await findSite(resolve(options.folder), progress);
  const { account, folder, binaries } = site;
  const cluster = join(folder, `pg${binaries.major}`);
  const lock = await claimFolder(folder, cluster, progress);
  const watchdog = startWatchdog(account);
  const socket = socketFolder(account, cluster);
  const leave = () => {
    watchdog.dismiss();
    if (socket !== cluster) rmSync(socket, { recursive: true, force: true });
    lock.release();
  };
  try {
    if (!existsSync(cluster)) {
      progress(`Creating the database in ${shown(cluster)} (once, about two seconds)`);
      await createCluster(cluster, { site, lock, watchdog });
    }
    const log = join(folder, 'postgres.log');
    const output = freshLog(log);
    const postgres = launch(account, [join(binaries.bin, 'postgres'), ...settings(cluster, socket)], {
      stdio: ['ignore', output, output, lock.descriptor],
      env: binaries.env,
    });
    closeSync(output);
    const exited = exitOf(postgres);
    watchdog.guard(postgres.pid);
    await ready(postgres, { cluster, log, exited, progress });
    return {
      connection: { host: socket, port: PORT, user: USER, database: DATABASE },
      dataFolder: folder,
      ...ending(postgres, { exited, leave, log }),
    };
  } catch (error) {
    leave();
    throw error;
  }
}

function settings(cluster: string, socket: string): string[] {
  const values = {
    listen_addresses: '',
    unix_socket_permissions: '0700',
    max_connections: '100',
    // Parallel workers take shared memory that containers give sparingly, and the hub's queries are small.
    max_parallel_workers_per_gather: '0',
    // Failed statements are reported by the hub that sent them; this log is for the server itself.
    log_min_messages: 'log',
    log_checkpoints: 'off',
  };
  return [
    '-D',
    cluster,
    '-k',
    socket,
    '-p',
    String(PORT),
    ...Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
}

/** The cluster's own folder is as private as a socket needs, but the kernel limits the length of a socket's path. */
function socketFolder(account: Account, cluster: string): string {
  const limit = process.platform === 'darwin' ? 103 : 107;
  // PostgreSQL reads a list of folders here, with commas and quotes.
  const fits = (folder: string) => Buffer.byteLength(join(folder, `.s.PGSQL.${PORT}`)) <= limit && !/[,"]/.test(folder);
  if (fits(cluster)) return cluster;
  const temporary = fits(join(tmpdir(), 'samverka-XXXXXX')) ? tmpdir() : '/tmp';
  const socket = mkdtempSync(join(temporary, 'samverka-'));
  if (account.ids !== undefined) chownSync(socket, account.ids.uid, account.ids.gid);
  return socket;
}

/** A file and not a pipe: PostgreSQL would wait for a hub that does not read. The log of the run before is kept. */
function freshLog(path: string): number {
  if (existsSync(path)) renameSync(path, `${path}.old`);
  return openSync(path, 'w', 0o600);
}

function exitOf(postgres: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    postgres.once('exit', (code, signal) => resolve(signal === null ? `with exit code ${code}` : `by ${signal}`));
    postgres.on('error', (error) => {
      if (postgres.pid === undefined) resolve(error.message);
    });
  });
}

/** However long a recovery takes it is waited for: PostgreSQL either becomes ready or ends. */
async function ready(
  postgres: ChildProcess,
  {
    cluster,
    log,
    exited,
    progress,
  }: { cluster: string; log: string; exited: Promise<string>; progress: (step: string) => void },
): Promise<void> {
  let how: string | undefined;
  void exited.then((text) => (how = text));
  const began = Date.now();
  let patient = false;
  while (!isReady(cluster, postgres.pid)) {
    if (how !== undefined)
      throw new EmbeddedRefusal(`PostgreSQL did not start (it ended ${how}): ${complaint(readFileSync(log, 'utf8'))}`);
    if (!patient && Date.now() - began > 3000) {
      patient = true;
      progress('Waiting for PostgreSQL, which is recovering from an unclean stop');
    }
    await sleep(5);
  }
}

/** PostgreSQL writes its state in the eighth line of `postmaster.pid`. */
function isReady(cluster: string, pid?: number): boolean {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    return lines[0] === String(pid) && lines[7]?.trim() === 'ready';
  } catch {
    return false;
  }
}

function ending(
  postgres: ChildProcess,
  { exited, leave, log }: { exited: Promise<string>; leave: () => void; log: string },
): Pick<EmbeddedPostgres, 'ended' | 'stop'> {
  let stopping: Promise<void> | undefined;
  const left = exited.then((how) => {
    leave();
    return how;
  });
  const ended = left.then((how) =>
    stopping === undefined
      ? `PostgreSQL ended ${how} without being asked to; its log is ${shown(log)}.`
      : new Promise<string>(() => undefined),
  );
  const stop = async () => {
    postgres.kill('SIGINT');
    const impatience = setTimeout(() => postgres.kill('SIGQUIT'), 30_000);
    await left;
    clearTimeout(impatience);
  };
  return { ended, stop: () => (stopping ??= stop()) };
}
