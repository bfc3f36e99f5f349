/** A busy room: 16 messages in flight, each sender waits until everybody in the room has its message. */
import { world } from '../world.mjs';
import { closedLoop, figuresOf } from './measured.mjs';

const inFlight = 16;

const room = (size, { rate, cpu }) => ({
  name: `room-${size}`,
  about: `a room of ${size}, ${inFlight} messages of 200 bytes in flight`,
  base: 'socketio',
  contestants: ['ws', 'socketio', 'insert', 'hub', 'hub2'].map((target) => ({
    label: target,
    target,
    world: world({ people: size }),
  })),
  figures: [
    { key: 'deliveries', title: 'deliveries/s', ratio: true },
    { key: 'cpu', title: 'CPU us/delivery', digits: 1, ratio: true },
    { key: 'app', title: 'app', digits: 1 },
    { key: 'postgres', title: 'Postgres', digits: 1 },
    { key: 'acknowledgedP50', title: 'ack p50 ms', digits: 1 },
    { key: 'perFrame', title: 'msgs/frame', digits: 1 },
  ],
  goals: [
    { contestant: 'hub', key: 'deliveries', atLeast: rate[0], later: rate[1] },
    { contestant: 'hub', key: 'cpu', atMost: cpu[0], later: cpu[1] },
  ],
  async drive(context) {
    const clients = await context.connect(size);
    const measured = await closedLoop(context, {
      inFlight,
      until: 'delivered',
      next: (flow, { place, sender }) => flow.send(sender ?? clients[place], 0),
    });
    const { used, deliveries } = measured;
    return {
      ...figuresOf(measured),
      deliveries: deliveries / used.seconds,
      cpu: used.both / deliveries,
      app: used.app / deliveries,
      postgres: used.postgres / deliveries,
    };
  },
});

export const rooms = [
  room(50, { rate: [1.5, 2.3], cpu: [0.8, 0.45] }),
  room(200, { rate: [4, 6], cpu: [0.3, 0.17] }),
  room(1000, { rate: [6, 10], cpu: [0.2, 0.1] }),
];
