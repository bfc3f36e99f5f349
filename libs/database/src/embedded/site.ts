/**
 * Brings together what PostgreSQL needs to run: an account, a folder where that account can keep data, and binaries
 * that it can execute. The first combination that really works is taken, tried and not guessed.
 */
import { realpathSync } from 'node:fs';
import { findBinaries, type Binaries } from './binaries.js';
import { dataFolders, findCluster, settleIn, type Cluster } from './data-folder.js';
import { accounts, type Account } from './identity.js';
import { EmbeddedRefusal, shown } from './refusal.js';

export interface Site {
  account: Account;
  /** The folder of all data; the cluster is `pgNN` in it. */
  folder: string;
  binaries: Binaries;
}

/** Refuses, with a sentence, where no combination works. */
export async function findSite(wanted: string, progress: (step: string) => void): Promise<Site> {
  const folders = dataFolders(wanted);
  // Data that exists decides alone: a fresh database elsewhere would look like a loss.
  const home = folders.find((folder) => findCluster(folder) !== undefined);
  const cluster = home === undefined ? undefined : findCluster(home);
  const possible = accounts(cluster?.owner);
  if (home !== undefined && possible.length === 0) {
    throw new EmbeddedRefusal(
      `The database in ${shown(home)} belongs to another account (${cluster?.owner.uid}): start Samverka as that account or as root, or set HUB_DATA to another folder.`,
    );
  }
  const obstacles = new Set<'closed' | 'forbidden' | 'no binaries'>();
  for (const account of possible) {
    for (const folder of home === undefined ? folders : [home]) {
      const answer = await settleIn(account, folder);
      if (answer !== 'settled') {
        obstacles.add(answer);
        continue;
      }
      const binaries = await findBinaries(account, { major: cluster?.major, cache: folder, progress });
      if (binaries === undefined) {
        obstacles.add('no binaries');
        break;
      }
      if (folder !== wanted) {
        progress(
          `The data is kept in ${folder}: PostgreSQL runs as ${account.name}, which cannot work in ${shown(wanted)}`,
        );
      }
      return { account, folder: realpathSync(folder), binaries };
    }
  }
  throw new EmbeddedRefusal(sentence(obstacles, home, cluster));
}

function sentence(obstacles: Set<string>, home?: string, cluster?: Cluster): string {
  if (obstacles.has('no binaries')) {
    return home === undefined
      ? 'No PostgreSQL that runs here was found: run `npm install` with optional dependencies, install PostgreSQL 13 or later, or set DATABASE_URL.'
      : `The database in ${shown(home)} was made by PostgreSQL ${cluster?.major}, which was not found here: install that version, set HUB_DATA to another folder, or set DATABASE_URL.`;
  }
  // Only root borrows accounts, so only root meets the other obstacles.
  if (obstacles.has('forbidden') || home === undefined || cluster?.owner.uid === 0) {
    return 'PostgreSQL refuses to run as root, and here root may not change to another account: start Samverka as an ordinary user, or set DATABASE_URL.';
  }
  return `The database in ${shown(home)} belongs to an account that cannot enter that folder: open the folders above it (chmod o+x), or set DATABASE_URL.`;
}
