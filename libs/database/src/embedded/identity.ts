/**
 * Under which account PostgreSQL runs. It refuses root, so an ordinary user runs it as itself and root
 * lends it a weaker account: by changing to it, or, where that is forbidden, by a user namespace that only renames root.
 */
import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface Account {
  name: string;
  /** The ids to change to; absent where PostgreSQL runs with our own. */
  ids?: { uid: number; gid: number };
  /** Words in front of every command. */
  prefix: string[];
}

/** How a short command ended. `error` is the code of a spawn that failed, such as EPERM or EACCES. */
export interface Outcome {
  ok: boolean;
  output: string;
  error?: string;
}

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/**
 * The accounts to try, best first. A database that exists has decided already: only its owner can run it,
 * and an empty answer means that we cannot become that owner.
 */
export function accounts(owner?: { uid: number; gid: number }): Account[] {
  if (!isRoot()) {
    return owner === undefined || owner.uid === process.getuid?.() ? [{ name: 'this account', prefix: [] }] : [];
  }
  if (owner !== undefined && owner.uid !== 0) {
    return [{ name: `the account ${owner.uid}`, ids: owner, prefix: [] }];
  }
  const weaker = weakerAccounts();
  const renamed = process.platform === 'linux' ? weaker.map(asRenamedRoot) : [];
  // What a renamed root has made belongs to root, so only a renamed root can go on with it.
  return owner === undefined ? [...weaker, ...renamed] : renamed;
}

// initdb insists on an account that /etc/passwd knows.
function weakerAccounts(): (Account & { ids: { uid: number; gid: number } })[] {
  const entries = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  return ['postgres', 'node', 'nobody'].flatMap((name) => {
    const entry = entries.find((fields) => fields[0] === name);
    const ids = { uid: Number(entry?.[2]), gid: Number(entry?.[3]) };
    return ids.uid > 0 ? [{ name, ids, prefix: [] }] : [];
  });
}

function asRenamedRoot({ name, ids }: { name: string; ids: { uid: number; gid: number } }): Account {
  return { name, prefix: ['unshare', '--user', `--map-user=${ids.uid}`, `--map-group=${ids.gid}`, '--'] };
}

/**
 * Spawns a command under an account, in a session of its own, so that Ctrl-C in the terminal does not reach it.
 * Nothing of our environment is passed on: PG* variables would change what PostgreSQL does.
 * Throws, or emits `error`, where the spawn fails.
 */
export function launch(
  account: Account,
  command: string[],
  options: { stdio: StdioOptions; env?: NodeJS.ProcessEnv },
): ChildProcess {
  const [file = '', ...args] = [...account.prefix, ...command];
  return spawn(file, args, {
    stdio: options.stdio,
    env: {
      PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
      LC_ALL: 'C',
      TZ: 'UTC',
      ...options.env,
    },
    // The working folder of the hub may be closed to the account.
    cwd: '/',
    detached: true,
    ...account.ids,
  });
}

/** Runs a short command to its end; never rejects. `lock` is inherited as descriptor 3, `spawned` hears the process id. */
export function run(
  account: Account,
  command: string[],
  options: { env?: NodeJS.ProcessEnv; input?: string; lock?: number; spawned?: (pid: number) => void } = {},
): Promise<Outcome> {
  return new Promise((resolve) => {
    const failed = (error: NodeJS.ErrnoException) =>
      resolve({ ok: false, output: error.message, error: error.code ?? error.message });
    let child: ChildProcess;
    try {
      child = launch(account, command, { stdio: ['pipe', 'pipe', 'pipe', options.lock ?? 'ignore'], env: options.env });
    } catch (error) {
      return failed(error as NodeJS.ErrnoException);
    }
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => (output += text));
    }
    child.on('error', failed);
    child.on('close', (code) => resolve({ ok: code === 0, output }));
    // A command that ends before it has read its input is judged by its exit code alone.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(options.input);
    if (child.pid !== undefined) options.spawned?.(child.pid);
  });
}
