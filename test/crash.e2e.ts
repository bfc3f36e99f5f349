/**
 * What was acknowledged is kept while everything that can break breaks: two api nodes and a worker in processes of
 * their own, over Postgres alone and over Redis, each killed in its turn, devices on lines that are cut, fall silent and
 * drop, double and swap what they carry, and people who are removed while they write. What happened goes through the
 * checker, which says how much it looked at beside how often each rule was broken.
 */
import type { Database } from '@hub/database';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { openHubDatabase } from '../src/app.js';
import { check, rules, zeros, type Verdict } from './checker/check.js';
import type { Device, FrameFault } from './faults/device.js';
import type { Link } from './faults/link.js';
import { Machine, type HubProcess } from './faults/machine.js';
import { Scene } from './faults/scene.js';
import { eventually, World } from './faults/world.js';

const { TEST_REDIS } = process.env;
const patienceMs = 60_000;
/** Messages that one sender has on their way at a time in the burst. */
const lanes = 40;

/** What a fault is done to. */
interface Stage {
  machine: Machine;
  nodes: HubProcess[];
  worker: HubProcess;
  world: World;
  scene: Scene;
}

type Strike = (stage: Stage) => Promise<void>;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** One at a time: what was killed before must be back, or nobody would be left. */
async function allBack({ machine }: Stage): Promise<void> {
  await eventually(() => machine.processes.every(({ port }) => port !== undefined), patienceMs);
}

const kill =
  (pick: (stage: Stage) => HubProcess | undefined): Strike =>
  async (stage) => {
    await allBack(stage);
    const one = pick(stage) as HubProcess;
    const healed = stage.world.recorder.fault(`kill -9 of ${one.name}`);
    await one.kill();
    // The others go on meanwhile, and so do the faults.
    one.start().then(healed, () => undefined);
  };

const crashPostgres: Strike = async (stage) => {
  await allBack(stage);
  const healed = stage.world.recorder.fault('kill -9 of Postgres');
  await stage.machine.crashPostgres();
  healed();
};

const crashRedis: Strike = async ({ machine, world }) => {
  const healed = world.recorder.fault('kill -9 of Redis');
  await machine.crashRedis();
  healed();
};

const cutBusOfRedis: Strike = async ({ machine, world }) => {
  const healed = world.recorder.fault('bus cut');
  await machine.redisCommand('client', 'kill', 'type', 'pubsub');
  healed();
};

/** What the nodes tell each other is lost until they listen again. */
const cutBus: Strike = async ({ world }) => {
  const healed = world.recorder.fault('bus cut');
  await world.sql(`select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen %'`);
  healed();
};

const brokenPool: Strike = async ({ world }) => {
  const healed = world.recorder.fault('every connection to Postgres ended');
  await world.sql(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  );
  healed();
};

interface LineFault {
  name: string;
  device: number;
  forMs: number;
  begin: (link: Link) => void;
  end?: (link: Link) => void;
}

const line =
  ({ name, device, forMs, begin, end }: LineFault): Strike =>
  async ({ world, scene }) => {
    const struck = scene.writers[device] as Device;
    const link = world.linkOf(struck);
    const healed = world.recorder.fault(name, [struck.name]);
    begin(link);
    await pause(forMs);
    end?.(link);
    link.heal();
    healed();
  };

const cut = (device: number) => line({ name: 'line cut', device, forMs: 300, begin: (link) => link.cut() });
const slow = (device: number) => line({ name: 'slow line', device, forMs: 500, begin: (link) => link.slow(80) });
const stalled = (device: number) =>
  line({ name: 'stalled reader', device, forMs: 1_000, begin: (link) => link.silence() });
const silent = (device: number) =>
  line({
    name: 'line silent, then broken',
    device,
    forMs: 400,
    begin: (link) => link.silence(),
    end: (link) => link.break(),
  });

const frames =
  (...planned: [number, FrameFault][]): Strike =>
  async ({ scene }) => {
    for (const [device, fault] of planned) scene.writers[device]?.plan(fault);
  };

const removal =
  (index: number): Strike =>
  async ({ world, scene }) => {
    const healed = world.recorder.fault('member removed in mid-flight', []);
    await scene.remove(index);
    healed();
  };

const nodeA = kill(({ nodes }) => nodes[0]);
const nodeB = kill(({ nodes }) => nodes[1]);
const theWorker = kill(({ worker }) => worker);

const strikes: Strike[] = [
  cut(0),
  frames([1, 'frame dropped'], [2, 'frame doubled'], [3, 'frames swapped'], [4, 'answer dropped']),
  nodeA,
  removal(0),
  silent(2),
  crashPostgres,
  frames([5, 'frame dropped'], [0, 'frame doubled'], [1, 'frames swapped'], [6, 'answer dropped']),
  slow(3),
  cutBus,
  theWorker,
  removal(1),
  stalled(4),
  brokenPool,
  nodeB,
  cut(5),
  frames([2, 'frame dropped'], [3, 'frame doubled'], [4, 'frames swapped'], [0, 'answer dropped']),
  crashPostgres,
  removal(2),
  cut(1),
  nodeA,
  frames([0, 'frame dropped'], [1, 'frame doubled'], [2, 'frames swapped'], [3, 'answer dropped']),
  silent(6),
  cutBus,
  removal(3),
  stalled(0),
  cut(2),
  slow(1),
  crashPostgres,
];

/** Half of it, with the faults of Redis itself. */
const onRedis = [crashRedis, ...strikes.slice(0, 10), crashRedis, ...strikes.slice(10, 17), cutBusOfRedis];

describe.each([
  { over: 'Postgres alone', redis: undefined, all: strikes, faults: 38, messages: 5_200, burst: 10_000 },
  // Named in one line by the runner when there is no Redis on this machine.
  ...(TEST_REDIS === undefined
    ? []
    : [{ over: 'Redis', redis: TEST_REDIS, all: onRedis, faults: 25, messages: 2_600, burst: 2_000 }]),
])('two nodes and a worker over $over', ({ redis, all, faults, messages, burst }) => {
  let machine: Machine;
  let database: Database;
  let nodes: HubProcess[];
  let worker: HubProcess;

  beforeAll(async () => {
    machine = new Machine(redis);
    await machine.start();
    database = await openHubDatabase({ url: machine.databaseUrl });
    nodes = ['node a', 'node b'].map((name) => machine.process(name, 'api'));
    worker = machine.process('worker', 'worker');
    await Promise.all(machine.processes.map((one) => one.start()));
  }, patienceMs);

  afterAll(async () => {
    await database?.dataSource.destroy().catch(() => undefined);
    await machine.stop();
  }, patienceMs);

  it('keep every promise through crashes, broken lines and removals while people write', async () => {
    const world = await World.on(database, nodes);
    const scene = new Scene(world);
    const stage = { machine, nodes, worker, world, scene };
    await scene.open();
    const each = Math.ceil(messages / all.length);
    for (const strike of all) await Promise.all([strike(stage), scene.goOn(each)]);
    await allBack(stage);
    expect(await scene.end()).toBe(true);
    await world.converged();
    await eventually(async () => (await world.sql('select from outbox')).length === 0, patienceMs);
    await world.look({ afresh: 4 });
    await world.close();
    const verdict = check(world.recorder.history);
    console.info(summary(verdict));
    expect(machine.processes.flatMap(({ died }) => died ?? [])).toEqual([]);
    expect(verdict.violations.slice(0, 20)).toEqual([]);
    expect(verdict.counts['acknowledged messages']).toBeGreaterThanOrEqual(0.96 * messages);
    expect(verdict.counts['faults']).toBeGreaterThanOrEqual(faults);
  }, 600_000);

  it(`take ${burst} messages from several senders into one channel at once: all acknowledged, dense, one order`, async () => {
    const world = await World.on(database, nodes);
    const people = await Promise.all(
      ['Ama Bo', 'Bo Ek', 'Cy Dahl', 'Di Eng', 'Eva Falk'].map((name) => world.person(name)),
    );
    const channelId = await world.channel(people);
    const devices = await Promise.all(people.map((who, index) => world.device(`sender ${index}`, who, index % 2)));
    await eventually(() => devices.every(({ hub }) => hub.state() === 'online'), patienceMs);
    const began = performance.now();
    await Promise.all(
      devices.flatMap((device) =>
        Array.from({ length: lanes }, async (_, lane) => {
          for (let n = 0; n < burst / lanes / devices.length; n++)
            await device.ask('message.send', {
              channelId,
              clientId: uuidv7(),
              topicTitle: 'Burst',
              body: `${n} in lane ${lane} of ${device.name}`,
            });
        }),
      ),
    );
    const seconds = (performance.now() - began) / 1000;
    await world.converged();
    await world.look({ afresh: 1 });
    await world.close();
    const verdict = check(world.recorder.history);
    console.info(`${burst} acknowledged in ${seconds.toFixed(1)} s. ${summary(verdict)}`);
    expect(verdict.violations.slice(0, 20)).toEqual([]);
    expect(verdict.counts['acknowledged messages']).toBe(burst);
    expect(world.recorder.history.views.at(-1)?.channels.find((one) => one.channelId === channelId)?.head).toBe(burst);
  }, 300_000);
});

/** What was looked at, beside how often each rule was broken. */
function summary(verdict: Verdict): string {
  const counts = Object.entries(verdict.counts).map(([what, count]) => `${what} ${count}`);
  return `${zeros(verdict, rules)}; of ${counts.join(', ')}`;
}
