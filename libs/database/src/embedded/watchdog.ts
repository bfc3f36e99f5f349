/**
 * Ends PostgreSQL when this process dies, however it dies: a tiny shell of PostgreSQL's own account reads from a pipe
 * that only we hold open, and what it has read last is the process to stop when the pipe closes.
 */
import type { Socket } from 'node:net';
import { launch, type Account } from './identity.js';

export interface Watchdog {
  /** From now on this process is the one to stop; none without an id. */
  guard(pid?: number): void;
  /** Sends the watchdog home without stopping anything. */
  dismiss(): void;
}

const PROGRAM = `trap '' HUP INT TERM; while read -r line; do pid=$line; done; [ -z "$pid" ] || kill -INT "$pid"`;

export function startWatchdog(account: Account): Watchdog {
  const shell = launch({ ...account, prefix: [] }, ['/bin/sh', '-c', PROGRAM], { stdio: ['pipe', 'ignore', 'ignore'] });
  const pipe = shell.stdin as Socket;
  // Without a watchdog PostgreSQL still runs; the next start would end what a crash leaves behind.
  shell.on('error', () => undefined);
  pipe.on('error', () => undefined);
  shell.unref();
  pipe.unref();
  return {
    guard: (pid) => void pipe.write(`${pid ?? ''}\n`),
    dismiss: () => void pipe.end('\n'),
  };
}
