/** The same room of 50 in a young hub, after a million messages, and among ten thousand channels: a message costs the same. */
import { world } from '../world.mjs';
import { closedLoop, figuresOf } from './measured.mjs';

const size = 50;
const inFlight = 16;
const million = 1_000_000;

/** Everybody is in ten channels of 50, however many channels and people there are. */
export const old = world({ people: size, channels: 10, messages: million });
const young = world({ people: size, channels: 10, messages: 1000 });
const wide = world({ people: 50_000, channels: 10_000, members: size, messages: 10_000, sessions: size });

export const growth = {
  name: 'growth',
  about: `a message in a room of ${size}, ${inFlight} in flight: 10^3 or 10^6 messages stored, 10 or 10^4 channels`,
  base: 'young',
  contestants: [
    { label: 'young', target: 'hub', world: young },
    { label: '10^6 messages', target: 'hub', world: old },
    { label: '10^4 channels', target: 'hub', world: wide },
  ],
  figures: [
    { key: 'cpu', title: 'CPU us/message', ratio: true },
    { key: 'appPerSend', title: 'app' },
    { key: 'postgresPerSend', title: 'Postgres', ratio: true },
    { key: 'sends', title: 'acked sends/s' },
    { key: 'acknowledgedP50', title: 'ack p50 ms', digits: 1 },
  ],
  goals: ['10^6 messages', '10^4 channels'].map((contestant) => ({ contestant, key: 'cpu', atMost: 1.2, later: 1 })),
  async drive(context) {
    const clients = await context.connect(size);
    const measured = await closedLoop(context, {
      inFlight,
      until: 'delivered',
      next: (flow, { place, sender }) => flow.send(sender ?? clients[place], 0),
    });
    return { ...figuresOf(measured), cpu: measured.used.both / measured.acknowledged };
  },
};
