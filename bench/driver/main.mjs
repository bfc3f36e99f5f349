/** The driver's own process: gets one job from the runner, carries out the scenario's part, says what it measured. */
import { loadavg } from 'node:os';
import { memoryOf, processorOf, processorOfPostgres } from '../usage.mjs';
import { scenarios } from '../scenarios/index.mjs';
import { targets } from '../targets/index.mjs';
import { channelId, channelsOf, tokenOf } from '../world.mjs';
import { Client } from './client.mjs';
import { Frames } from './frames.mjs';

const answers = [];
process.on('disconnect', () => process.exit(1));
process.on('message', (message) => {
  if (message.job) void run(message.job);
  else answers.shift()?.();
});

async function run(job) {
  try {
    const scenario = scenarios.find(({ name }) => name === job.scenario);
    process.send({ done: await scenario.drive(contextOf(job)) }, () => process.exit(0));
  } catch (error) {
    process.send({ failed: error.stack }, () => process.exit(1));
  }
}

/** What a scenario needs to drive one target. */
function contextOf({ target: name, world, ports, pids, settings }) {
  const target = targets.find((target) => target.name === name);
  const clients = [];
  const connectOne = async (person) => {
    const client = await enter({ target, world, port: ports[person % ports.length], person });
    clients.push(client);
    return client;
  };
  return {
    target,
    world,
    settings,
    origin: `http://127.0.0.1:${ports[0]}`,
    clients,
    /** Connects the first people, so many at a time, spread over the nodes, and does more with each where asked. */
    async connect(count, { atOnce = 20, each = async () => undefined } = {}) {
      let next = 0;
      const work = async () => {
        while (next < count) await each(await connectOne(next++));
      };
      await Promise.all(Array.from({ length: atOnce }, work));
      clients.sort((a, b) => a.person - b.person);
      return clients;
    },
    memory: () => pids.nodes.reduce((sum, pid) => sum + memoryOf(pid), 0),
    /** Resolves when the target has collected its garbage. */
    collect: () =>
      new Promise((resolve) => {
        answers.push(resolve);
        process.send({ collect: true });
      }),
    meter: () => meter(pids),
  };
}

async function enter({ target, world, port, person }) {
  const client = new Client({ port, wire: target.wire, person, token: tokenOf(person) });
  await client.connect();
  // A hub knows the rooms of a person; elsewhere a client names them.
  if (!target.wire.session) await client.ask('join', channelsOf(world, person).map(channelId));
  return client;
}

/** Starts measuring; the function it returns ends it and says what was used meanwhile. */
function meter({ nodes, postgres }) {
  const read = () => ({
    at: performance.now(),
    app: nodes.reduce((sum, pid) => sum + processorOf(pid), 0),
    postgres: postgres === undefined ? 0 : processorOfPostgres(postgres),
    driver: process.cpuUsage(),
    parsed: Frames.parsed,
    messages: Frames.messages,
  });
  const began = read();
  return () => {
    const ended = read();
    const seconds = (ended.at - began.at) / 1000;
    const { user, system } = process.cpuUsage(began.driver);
    return {
      seconds,
      app: ended.app - began.app,
      postgres: ended.postgres - began.postgres,
      both: ended.app - began.app + ended.postgres - began.postgres,
      /** The share of a core that the driver took: near 1 the driver is what was measured. */
      driver: (user + system) / 1e6 / seconds,
      perFrame: (ended.messages - began.messages) / Math.max(1, ended.parsed - began.parsed),
      load: loadavg()[0],
    };
  };
}
