/** The way to an embedded PostgreSQL that a hub has running already, for whoever may enter its folder. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DATABASE, USER } from './cluster.js';
import { dataFolders, findCluster } from './data-folder.js';
import type { EmbeddedPostgres } from './embedded-postgres.js';

/** Undefined where none runs on the data of this folder. */
export function runningEmbeddedPostgres(folder: string): EmbeddedPostgres['connection'] | undefined {
  for (const place of dataFolders(resolve(folder))) {
    const cluster = findCluster(place);
    const pidFile = join(place, `pg${cluster?.major}`, 'postmaster.pid');
    if (!cluster || !existsSync(pidFile)) continue;
    // Process, folder, start, port, folder of the socket: one a line.
    const [pid, , , port, host = ''] = readFileSync(pidFile, 'utf8').split('\n');
    if (lives(Number(pid)) && existsSync(join(host, `.s.PGSQL.${port}`)))
      return { host, port: Number(port), user: USER, database: DATABASE };
  }
  return undefined;
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
