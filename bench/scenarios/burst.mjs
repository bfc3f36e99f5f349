/** 10,000 messages from 50 people into one channel, each sending as an outbox does: the next when the last is acknowledged. */
import { world } from '../world.mjs';
import { figuresOf, flowOf, insist } from './measured.mjs';

const senders = 50;

export const burst = {
  name: 'burst',
  about: `10,000 messages from ${senders} senders in one channel: all acknowledged, dense, one order for everybody`,
  base: 'insert',
  contestants: ['insert', 'hub', 'hub2'].map((target) => ({
    label: target,
    target,
    world: world({ people: senders }),
  })),
  figures: [
    { key: 'seconds', title: 'seconds', digits: 2, ratio: true },
    { key: 'sends', title: 'acked sends/s' },
    { key: 'acknowledgedP50', title: 'ack p50 ms', digits: 1 },
    { key: 'acknowledgedP99', title: 'ack p99 ms', digits: 1 },
    { key: 'appPerSend', title: 'app us/send' },
    { key: 'postgresPerSend', title: 'Postgres us/send' },
    { key: 'perFrame', title: 'msgs/frame', digits: 1 },
  ],
  goals: [{ contestant: 'hub', key: 'seconds', value: true, atMost: 10, later: 2, whole: true }],
  async drive(context) {
    const clients = await context.connect(senders);
    const flow = await flowOf(context);
    const each = Math.ceil(context.settings.burst / senders);
    const left = new Map(clients.map((client) => [client, each]));
    const next = (client) => {
      if (left.get(client) === 0) return;
      left.set(client, left.get(client) - 1);
      flow.send(client, 0);
    };
    flow.onAcknowledged = ({ sender }) => next(sender);
    const stop = context.meter();
    for (const client of clients) next(client);
    await flow.settled(120_000);
    const used = stop();
    insist(flow);
    return { ...figuresOf({ used, acknowledged: flow.acknowledged, flow }), seconds: used.seconds };
  },
};
