/**
 * Makes the database cluster, once. Everything happens under a name that is never started from, so that an interrupted
 * attempt is recognised and thrown away; the final name appears only when the cluster is complete.
 */
import { chown, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { HubLock } from './hub-lock.js';
import { run } from './identity.js';
import { EmbeddedRefusal, shown } from './refusal.js';
import type { Site } from './site.js';
import type { Watchdog } from './watchdog.js';

export const DATABASE = 'hub';
export const USER = 'app';

/** Refuses, with PostgreSQL's own last words, where it cannot be made. */
export async function createCluster(
  cluster: string,
  { site, lock, watchdog }: { site: Site; lock: HubLock; watchdog: Watchdog },
): Promise<void> {
  const { account, binaries } = site;
  const unfinished = `${cluster}.init`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { mode: 0o700 });
  if (account.ids !== undefined) await chown(unfinished, account.ids.uid, account.ids.gid);

  const must = async (command: string[], input?: string) => {
    const options = { env: binaries.env, input, lock: lock.descriptor, spawned: watchdog.guard };
    const { ok, output } = await run(account, command, options);
    watchdog.guard();
    if (!ok)
      throw new EmbeddedRefusal(`PostgreSQL could not make its database in ${shown(cluster)}: ${complaint(output)}`);
  };
  // Sorting and case rules that are built in do not change with the system's C library, which would damage indexes.
  const locale =
    binaries.major >= 17
      ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
      : ['--locale=C.UTF-8'];
  const access = ['--auth-local=trust', '--auth-host=reject'];
  await must([join(binaries.bin, 'initdb'), '-D', unfinished, '-U', USER, '-E', 'UTF8', ...access, ...locale]);
  const single = ['--single', '-c', 'exit_on_error=on', '-D', unfinished, 'template1'];
  await must([join(binaries.bin, 'postgres'), ...single], `CREATE DATABASE ${DATABASE}\n`);

  await rename(unfinished, cluster);
  // A rename that a power cut undoes would take acknowledged data along.
  const parent = await open(dirname(cluster));
  await parent.sync().finally(() => parent.close());
}

/** The line of PostgreSQL's output that says what went wrong; what follows the first complaint only follows from it. */
export function complaint(output: string): string {
  const lines = output.trim().split('\n');
  return lines.find((line) => /\b(error|fatal|panic):/i.test(line)) ?? lines.at(-1) ?? '';
}
