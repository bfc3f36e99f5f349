/** Many small rooms at once: 64 people in 32 rooms of two, each sends the next message when the last is acknowledged. */
import { world } from '../world.mjs';
import { closedLoop, figuresOf } from './measured.mjs';

const roomsOfTwo = 32;
const senders = 2 * roomsOfTwo;

export const pairs = {
  name: 'pairs',
  about: `${senders} senders in ${roomsOfTwo} rooms of 2, one message in flight each`,
  base: 'socketio',
  contestants: ['ws', 'socketio', 'insert', 'hub', 'hub2'].map((target) => ({
    label: target,
    target,
    world: world({ people: senders, channels: roomsOfTwo, members: 2 }),
  })),
  figures: [
    { key: 'sends', title: 'acked sends/s', ratio: true },
    { key: 'acknowledgedP50', title: 'ack p50 ms', digits: 1 },
    { key: 'acknowledgedP99', title: 'ack p99 ms', digits: 1 },
    { key: 'appPerSend', title: 'app us/send' },
    { key: 'postgresPerSend', title: 'Postgres us/send' },
  ],
  goals: [
    { contestant: 'hub', key: 'sends', atLeast: 0.35, later: 0.6 },
    { contestant: 'hub', key: 'sends', to: 'insert', atLeast: 1.5, later: 2.5 },
  ],
  async drive(context) {
    const clients = await context.connect(senders);
    const measured = await closedLoop(context, {
      inFlight: senders,
      until: 'acknowledged',
      next: (flow, { place, sender = clients[place] }) => flow.send(sender, Math.floor(sender.person / 2)),
    });
    return figuresOf(measured);
  },
};
