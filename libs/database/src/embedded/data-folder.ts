/**
 * Which folder holds the data, and whether it is ours to write in. A stamp marks a folder as the hub's, so that
 * a mistyped HUB_DATA never mixes a database into somebody's files. Root below a closed home gets a
 * folder elsewhere, always the same one for the same wish.
 */
import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isRoot, run, type Account } from './identity.js';
import { EmbeddedRefusal, shown } from './refusal.js';

const STAMP = 'samverka.json';

/** Folders of root that every account can enter: for copies, and for data that cannot be where it was wanted. */
export const SHARED_PLACES = ['/var/lib/samverka', join(tmpdir(), 'samverka')];

/** Makes a shared place; false where that cannot be, or where it is not root's alone to write. */
export function openShared(place: string): boolean {
  try {
    mkdirSync(place, { recursive: true });
    if (!isRootsOwn(place)) return false;
    chmodSync(place, 0o755);
    return true;
  } catch {
    return false;
  }
}

// In a temporary folder somebody else may have been there first.
function isRootsOwn(place: string): boolean {
  const { uid, mode } = lstatSync(place);
  return uid === 0 && (mode & 0o170022) === 0o040000;
}

/** Where the data may be, best first: as wanted, or (for root) in a shared place under a name made from the wish. */
export function dataFolders(wanted: string): string[] {
  if (!isRoot()) return [wanted];
  const name = createHash('sha256').update(wanted).digest('hex').slice(0, 12);
  const elsewhere = SHARED_PLACES.filter((place) => !existsSync(place) || isRootsOwn(place));
  return [wanted, ...elsewhere.map((place) => join(place, name))];
}

export interface Cluster {
  major: number;
  owner: { uid: number; gid: number };
}

/** The newest database cluster in a folder of ours. It is renamed to `pgNN` only when complete, so the name is enough. */
export function findCluster(folder: string): Cluster | undefined {
  if (!existsSync(join(folder, STAMP))) return undefined;
  const majors = list(folder)
    .flatMap((name) => /^pg(\d+)$/.exec(name)?.[1] ?? [])
    .map(Number);
  if (majors.length === 0) return undefined;
  const major = Math.max(...majors);
  const { uid, gid } = statSync(join(folder, `pg${major}`));
  return { major, owner: { uid, gid } };
}

/**
 * Makes a folder ours and says whether the account can live in it.
 * Refuses a folder that cannot be written or that holds other things.
 */
export async function settleIn(account: Account, folder: string): Promise<'settled' | 'closed' | 'forbidden'> {
  const borrowed = account.ids !== undefined || account.prefix.length > 0;
  if (borrowed) {
    const entered = await run(account, ['/bin/sh', '-c', 'cd "$1"', 'sh', nearestParent(folder)]);
    if (entered.error === 'EPERM') return 'forbidden';
    if (!entered.ok) return 'closed';
  }
  if (SHARED_PLACES.includes(dirname(folder)) && !openShared(dirname(folder))) return 'closed';
  stamp(folder);
  if (account.ids === undefined) return 'settled';
  // PostgreSQL only passes through here on its way to its own folder.
  chmodSync(folder, statSync(folder).mode | 0o011);
  return canGive(folder, account.ids) ? 'settled' : 'forbidden';
}

function stamp(folder: string): void {
  if (!existsSync(folder)) {
    attempt(folder, () => {
      mkdirSync(dirname(folder), { recursive: true });
      mkdirSync(folder, { mode: 0o700 });
    });
  }
  const names = list(folder);
  if (!names.includes(STAMP)) {
    const harmless = ['lost+found', '.gitkeep', '.gitignore', '.DS_Store'];
    const foreign = names.find((name) => !harmless.includes(name));
    if (foreign !== undefined) {
      throw new EmbeddedRefusal(
        `The folder ${shown(folder)} holds other files (such as ${foreign}) and no database of Samverka: set HUB_DATA to an empty folder.`,
      );
    }
  }
  attempt(folder, () => writeFileSync(join(folder, STAMP), '{ "holds": "the data of Samverka" }\n'));
}

function canGive(folder: string, { uid, gid }: { uid: number; gid: number }): boolean {
  const gift = mkdtempSync(join(folder, 'trial-'));
  try {
    chownSync(gift, uid, gid);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(gift, { recursive: true });
  }
}

function list(folder: string): string[] {
  return attempt(folder, () => readdirSync(folder));
}

function attempt<T>(folder: string, deed: () => T): T {
  try {
    return deed();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new EmbeddedRefusal(
      `The data folder ${shown(folder)} cannot be used (${code}): set HUB_DATA to a folder that this account can write.`,
    );
  }
}

function nearestParent(folder: string): string {
  let parent = dirname(folder);
  while (!existsSync(parent)) parent = dirname(parent);
  return parent;
}
