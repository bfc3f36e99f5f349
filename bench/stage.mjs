/**
 * Everything that is started for a measurement, and ended after it: a Postgres on a temporary folder, databases filled
 * with a world, the nodes of a target and the driver, each in a process of its own.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../dist/libs/database/src/index.js';
import { openHubDatabase } from '../dist/src/app.js';
import { seed } from './world.mjs';

const here = import.meta.dirname;

export class Stage {
  #children = new Set();
  #closing;
  /** Filled databases by what they hold, to copy from. */
  #templates = new Map();
  #databases = 0;

  /** `profileTo`: a folder for the CPU profiles of the targets. */
  static async open({ profileTo } = {}) {
    const stage = new Stage();
    stage.profileTo = profileTo;
    try {
      await stage.#open();
    } catch (error) {
      await stage.close();
      throw error;
    }
    return stage;
  }

  /** Starts the nodes of a target on a world of their own. */
  async start(target, world) {
    const { name: database, drop } = await this.#database(target, world);
    const connection = { ...this.postgres.connection, database };
    const nodes = await Promise.all(Array.from({ length: target.nodes }, () => this.#node(target, connection)));
    return {
      target,
      world,
      ports: nodes.map(({ port }) => port),
      pids: { nodes: nodes.map(({ pid }) => pid), postgres: target.database === 'none' ? undefined : this.postmaster },
      collect: () => Promise.all(nodes.map(({ collect }) => collect())),
      stop: async () => {
        await Promise.all(nodes.map(({ stop }) => stop()));
        await drop();
      },
    };
  }

  /** Has the driver carry out a scenario against a started target; resolves to its figures. */
  async drive(scenario, { target, world, ports, pids, collect }, settings) {
    const driver = this.#fork('driver/main.mjs', []);
    driver.send({ job: { scenario: scenario.name, target: target.name, world, ports, pids, settings } });
    try {
      return await new Promise((resolve, reject) => {
        driver.on('message', ({ done, failed, collect: asked }) => {
          if (asked) void collect().then(() => driver.send({ collected: true }));
          else if (failed) reject(new Error(`${scenario.name} against ${target.name}: ${failed}`));
          else resolve(done);
        });
        driver.on('exit', (code) => reject(new Error(`The driver ended with ${code}.`)));
      });
    } finally {
      await end(driver);
    }
  }

  /** Ends everything, once however often it is asked. */
  close() {
    return (this.#closing ??= this.#close());
  }

  async #close() {
    await Promise.all([...this.#children].map(end));
    await this.postgres?.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  async #open() {
    this.folder = mkdtempSync(join(tmpdir(), 'samverka-bench-'));
    // As root the database runs under another account, which must be let in.
    chmodSync(this.folder, 0o755);
    this.postgres = await startEmbeddedPostgres({ folder: join(this.folder, 'data') });
    const { host, database } = this.postgres.connection;
    this.postmaster = Number(readFileSync(join(host, '.s.PGSQL.5432.lock'), 'utf8').split('\n')[0]);
    // The database of the cluster itself is the template: migrated once, copied for every world.
    const migrated = await openHubDatabase(this.postgres.connection);
    await migrated.dataSource.destroy();
    this.migrated = database;
  }

  async #node(target, connection) {
    const child = this.#fork('targets/main.mjs', ['--expose-gc']);
    child.send({ start: { name: target.name, connection, profileTo: this.profileTo } });
    const died = exited(child).then(() => [{ failed: 'its process ended' }]);
    const [{ port, failed }] = await Promise.race([once(child, 'message'), died]);
    if (failed) throw new Error(`${target.name} did not start: ${failed}`);
    return {
      port,
      pid: child.pid,
      collect: () => {
        child.send({ collect: true });
        return once(child, 'message');
      },
      stop: () => {
        child.send({ stop: true });
        return exited(child);
      },
    };
  }

  #fork(file, execArgv) {
    const child = fork(join(here, file), { execArgv, env: { ...process.env, NODE_ENV: 'production' } });
    this.#children.add(child);
    child.on('exit', () => this.#children.delete(child));
    return child;
  }

  /** A copy of the world's database, or none where the target stores nothing. */
  async #database(target, world) {
    if (target.database === 'none') return { name: this.migrated, drop: async () => undefined };
    const key = JSON.stringify([target.database, world]);
    const template = this.#templates.get(key) ?? (await this.#fill(target, world));
    this.#templates.set(key, template);
    const name = await this.#create(template);
    return { name, drop: () => this.#administer(`drop database ${name} with (force)`) };
  }

  async #fill(target, world) {
    const name = await this.#create(target.database === 'hub' ? this.migrated : 'template1');
    await this.#with(name, (client) =>
      target.database === 'hub' ? seed(client, world) : target.prepare(client, world),
    );
    // So that the pages of the fill are not written out while something is measured.
    await this.#administer('checkpoint');
    return name;
  }

  async #create(template) {
    const name = `bench_${++this.#databases}`;
    await this.#administer(`create database ${name} template ${template} strategy file_copy`);
    return name;
  }

  #administer(sql) {
    return this.#with('postgres', (client) => client.query(sql));
  }

  async #with(database, work) {
    const client = new pg.Client({ ...this.postgres.connection, database });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }
}

async function exited(child) {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

function end(child) {
  child.kill('SIGKILL');
  return exited(child);
}
