/** A lively room at an even pace: how long a message takes to its sender's answer and to the last of 200 readers. */
import { setTimeout as sleep } from 'node:timers/promises';
import { world } from '../world.mjs';
import { figuresOf, flowOf, insist } from './measured.mjs';

const perSecond = 50;
const size = 200;

export const openLoop = {
  name: 'open-loop',
  about: `${perSecond} messages/s into a room of ${size}, whatever the answers do`,
  base: 'socketio',
  contestants: ['ws', 'socketio', 'insert', 'hub', 'hub2'].map((target) => ({
    label: target,
    target,
    world: world({ people: size }),
  })),
  figures: [
    { key: 'deliveredP50', title: 'last p50 ms', digits: 2, ratio: true },
    { key: 'deliveredP99', title: 'last p99 ms', digits: 2, ratio: true },
    { key: 'acknowledgedP50', title: 'ack p50 ms', digits: 2, ratio: true },
    { key: 'appPerSend', title: 'app us/message' },
    { key: 'postgresPerSend', title: 'Postgres us/message' },
  ],
  goals: [
    { contestant: 'hub', key: 'deliveredP50', atMost: 1.3, later: 1.1 },
    { contestant: 'hub', key: 'deliveredP99', atMost: 1.5, later: 1.2 },
    { contestant: 'hub', key: 'acknowledgedP50', atMost: 1.1, later: 0.6 },
  ],
  async drive(context) {
    const clients = await context.connect(size);
    const flow = await flowOf(context);
    const { warmUpMs, windowMs } = context.settings;
    await pace(flow, clients, warmUpMs);
    flow.forget();
    const before = flow.acknowledged;
    const stop = context.meter();
    await pace(flow, clients, windowMs);
    const used = stop();
    await flow.settled();
    insist(flow);
    return figuresOf({ used, acknowledged: flow.acknowledged - before, flow });
  },
};

/** Sends at fixed instants, so that a slow answer does not slow the question down. */
async function pace(flow, clients, forMs) {
  const began = performance.now();
  for (let sent = 0; (sent * 1000) / perSecond < forMs; sent++) {
    const wait = began + (sent * 1000) / perSecond - performance.now();
    if (wait > 0) await sleep(wait);
    flow.send(clients[(sent * 7) % clients.length], 0);
  }
}
