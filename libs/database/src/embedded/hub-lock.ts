/**
 * One hub per data folder. The kernel holds the lock: `flock` locks a descriptor that this process and its PostgreSQL share, so that it
 * lasts as long as either of them lives, in other containers too. Each hub also writes its process
 * down in the file, which gives the refusal a name and is the lock itself where there is no `flock`.
 */
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { closeSync, ftruncateSync, openSync, readFileSync, readlinkSync, rmSync, writeSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedRefusal, shown } from './refusal.js';

export interface HubLock {
  /** To be inherited by PostgreSQL. */
  descriptor: number;
  release(): void;
}

interface Holder {
  pid: number;
  /** With the process id this is unique: ids are given out again. */
  began?: string;
  token: string;
}

/**
 * Takes the lock of a folder, ending a PostgreSQL that a killed hub has left behind in `cluster`.
 * Refuses, naming the process, where another hub is alive.
 */
export async function claimFolder(folder: string, cluster: string, progress: (step: string) => void): Promise<HubLock> {
  const path = join(folder, 'hub.lock');
  const descriptor = openSync(path, 'a+', 0o600);
  const me: Holder = { pid: process.pid, began: beginning(process.pid), token: randomUUID() };
  const release = () => {
    ftruncateSync(descriptor);
    closeSync(descriptor);
  };
  try {
    const deadline = Date.now() + 3000;
    for (;;) {
      const lock = flock(descriptor);
      if (lock === 'held') ftruncateSync(descriptor);
      if (lock !== 'busy') writeSync(descriptor, `\n${JSON.stringify(me)}\n`);
      if (lock === 'held') break;
      const holders = readHolders(path);
      // Lines are appended whole and in order, so the first living one is the same for everyone who looks.
      const holder = holders.find(({ pid, began }) => began !== undefined && began === beginning(pid));
      if (holder?.token === me.token) break;
      if (holder !== undefined) refuse(`process ${holder.pid}`, folder);
      if (await endOrphan(cluster, progress)) continue;
      if (Date.now() > deadline) refuse(`process ${holders.at(-1)?.pid ?? '?'} of another container`, folder);
      await sleep(20);
    }
    await endOrphan(cluster, progress);
    dropForeignPidFile(cluster);
    return { descriptor, release };
  } catch (error) {
    closeSync(descriptor);
    throw error;
  }
}

function refuse(who: string, folder: string): never {
  throw new EmbeddedRefusal(
    `Another hub (${who}) already uses ${shown(folder)}: stop it first, or set HUB_DATA to another folder.`,
  );
}

function flock(descriptor: number): 'held' | 'busy' | 'absent' {
  const { status } = spawnSync('flock', ['-n', '-E', '75', '3'], { stdio: ['ignore', 'ignore', 'ignore', descriptor] });
  return status === 0 ? 'held' : status === 75 ? 'busy' : 'absent';
}

function readHolders(path: string): Holder[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line) => {
      try {
        return [JSON.parse(line) as Holder];
      } catch {
        // Empty, or torn by a power cut: then its writer is gone too.
        return [];
      }
    });
}

/** When a process began, in the words of the system; undefined when there is none, or only its remains. */
function beginning(pid: number): string | undefined {
  if (process.platform !== 'linux') return ps(pid, 'lstart=');
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

function ps(pid: number, column: string): string | undefined {
  return spawnSync('ps', ['-o', column, '-p', String(pid)], { encoding: 'utf8' }).stdout.trim() || undefined;
}

/** False where there was none to end. */
async function endOrphan(cluster: string, progress: (step: string) => void): Promise<boolean> {
  const pid = postmasterPid(cluster);
  if (pid === undefined || !isPostmaster(pid, cluster)) return false;
  progress(`Stopping the PostgreSQL that an earlier hub left behind (process ${pid})`);
  for (const [signal, seconds] of [
    ['SIGINT', 30],
    ['SIGQUIT', 10],
  ] as const) {
    try {
      process.kill(pid, signal);
    } catch {
      // It has ended in this moment, or it is not ours to end: the wait will tell.
    }
    for (const deadline = Date.now() + seconds * 1000; Date.now() < deadline; await sleep(10)) {
      if (!isPostmaster(pid, cluster)) return true;
    }
  }
  throw new EmbeddedRefusal(
    `A PostgreSQL (process ${pid}) still uses ${shown(cluster)} and does not stop: end it, then start Samverka again.`,
  );
}

/** The process id in a `postmaster.pid` is given out again after a crash; PostgreSQL would refuse to start beside a stranger. */
function dropForeignPidFile(cluster: string): void {
  const pid = postmasterPid(cluster);
  if (pid !== undefined && beginning(pid) !== undefined) rmSync(join(cluster, 'postmaster.pid'));
}

function postmasterPid(cluster: string): number | undefined {
  try {
    return Math.abs(Number.parseInt(readFileSync(join(cluster, 'postmaster.pid'), 'utf8'), 10)) || undefined;
  } catch {
    return undefined;
  }
}

function isPostmaster(pid: number, cluster: string): boolean {
  if (beginning(pid) === undefined) return false;
  if (process.platform !== 'linux') {
    const command = ps(pid, 'command=') ?? '';
    return command.includes('postgres') && command.includes(cluster);
  }
  try {
    const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    if (basename(words[0] ?? '') !== 'postgres') return false;
    // The working folder follows a clone that was moved, but a container's root may not read it.
    return words.includes(cluster) || readlinkSync(`/proc/${pid}/cwd`) === cluster;
  } catch {
    return false;
  }
}
