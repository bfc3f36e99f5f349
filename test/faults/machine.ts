/**
 * A hub as an operator runs it, in processes that can be killed one by one: a Postgres, api nodes, a worker and, where
 * it is asked for, a Redis.
 */
import { startEmbeddedPostgres, type EmbeddedPostgres } from '@hub/database';
import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';

const project = join(import.meta.dirname, '../..');

export class Machine {
  readonly folder: string;
  readonly processes: HubProcess[] = [];
  private postgres: EmbeddedPostgres | undefined;
  private redis: { child: ChildProcess; port: number } | undefined;

  constructor(private readonly redisServer?: string) {
    this.folder = mkdtempSync(join(tmpdir(), 'samverka-crash-'));
    // As root the database runs under another account, which must be let in.
    chmodSync(this.folder, 0o755);
  }

  async start(): Promise<void> {
    if (this.redisServer !== undefined) await this.startRedis(await freePort());
    await this.startPostgres();
  }

  get databaseUrl(): string {
    const { host, port, user, database } = this.postgres?.connection ?? {};
    return `postgres://${user}@localhost/${database}?host=${encodeURIComponent(host ?? '')}&port=${port}`;
  }

  /** A process of this hub, not started yet. */
  process(name: string, roles: string, more: Record<string, string> = {}): HubProcess {
    const redis = this.redis && { REDIS_URL: `redis://127.0.0.1:${this.redis.port}` };
    const one = new HubProcess(name, { HUB_ROLES: roles, DATABASE_URL: this.databaseUrl, ...redis, ...more });
    this.processes.push(one);
    return one;
  }

  /** Kills Postgres with all it is doing, and starts it again on what it left. */
  async crashPostgres(): Promise<void> {
    const cluster = readdirSync(join(this.folder, 'data')).find((name) => /^pg\d+$/.test(name));
    const pid = readFileSync(join(this.folder, 'data', String(cluster), 'postmaster.pid'), 'utf8').split('\n')[0];
    process.kill(Number(pid), 'SIGKILL');
    await this.postgres?.ended;
    await this.startPostgres();
  }

  async crashRedis(): Promise<void> {
    if (!this.redis) return;
    const { child, port } = this.redis;
    await killed(child, 'SIGKILL');
    await this.startRedis(port);
  }

  async redisCommand(...command: string[]): Promise<void> {
    if (!this.redis) return;
    const client = new Redis(this.redis.port, '127.0.0.1');
    const [name = '', ...rest] = command;
    await client.call(name, ...rest);
    client.disconnect();
  }

  async stop(): Promise<void> {
    await Promise.all(this.processes.map((one) => one.kill()));
    await this.postgres?.stop();
    if (this.redis) await killed(this.redis.child, 'SIGKILL');
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** What is left of a killed server holds its memory for a moment, in which another refuses to start. */
  private async startPostgres(): Promise<void> {
    for (let tries = 100; ; tries--)
      try {
        this.postgres = await startEmbeddedPostgres({ folder: join(this.folder, 'data') });
        return;
      } catch (error) {
        if (tries === 0) throw error;
        await pause(20);
      }
  }

  private async startRedis(port: number): Promise<void> {
    const options = ['--port', String(port), '--dir', this.folder, '--appendonly', 'yes'];
    this.redis = { child: spawn(this.redisServer ?? '', options, { stdio: 'ignore' }), port };
    const probe = new Redis(port, '127.0.0.1', { retryStrategy: () => 20, maxRetriesPerRequest: null });
    probe.on('error', () => undefined);
    await probe.ping();
    probe.disconnect();
  }
}

/** One process of the hub. */
export class HubProcess {
  /** Where it listens; undefined while it does not. */
  port: number | undefined;
  /** What it said when it ended though nobody killed it. */
  died: string | undefined;
  private child: ChildProcess | undefined;
  private killing = false;

  constructor(
    readonly name: string,
    private readonly environment: Record<string, string>,
  ) {}

  /** As whoever supervises it does: one that could not start since the database was away just then is started again. */
  async start(): Promise<void> {
    this.killing = false;
    while ((await this.run()) === 'database away') {
      await pause(200);
      if (this.killing) throw new Error(`${this.name} was killed while it waited for the database`);
    }
  }

  private run(): Promise<'listening' | 'database away'> {
    const { PATH = '', HOME = '' } = process.env;
    const child = spawn(process.execPath, ['dist/src/main.js'], {
      cwd: project,
      env: { PATH, HOME, PORT: '0', LOG_LEVEL: 'fatal', ...this.environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    let said = '';
    let listened = false;
    return new Promise((resolve, reject) => {
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (text) => {
          said = (said + text).slice(-2000);
          const port = /http:\/\/localhost:(\d+)/.exec(said)?.[1];
          if (port === undefined || listened) return;
          listened = true;
          this.port = Number(port);
          resolve('listening');
        });
      child.on('close', () => {
        this.port = undefined;
        if (!listened && !this.killing && /^The database (could not be reached|broke off)/m.test(said))
          return resolve('database away');
        if (!this.killing) this.died = `${this.name}: ${said}`;
        reject(new Error(`${this.name} ended: ${said}`));
      });
    });
  }

  async kill(): Promise<void> {
    this.killing = true;
    this.port = undefined;
    if (this.child) await killed(this.child, 'SIGKILL');
  }
}

async function killed(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('close', resolve));
  child.kill(signal);
  await gone;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
