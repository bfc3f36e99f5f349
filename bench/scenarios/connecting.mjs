/** Everybody comes back at once: connect, sign in, and be brought up to date in 100 channels with nothing new. */
import { channelId, messageId, world } from '../world.mjs';

const channels = 100;
const people = 1000;
const atOnce = 20;
const warmUp = 100;

export const connecting = {
  name: 'connect',
  about: `${people} clients connect, authenticate and resume ${channels} channels each, nothing new; ${atOnce} at a time`,
  base: 'socketio',
  contestants: ['socketio', 'hub'].map((target) => ({
    label: target,
    target,
    world: world({ people, channels, messages: 1000 }),
  })),
  figures: [
    { key: 'cpu', title: 'CPU us/client', ratio: true },
    { key: 'app', title: 'app' },
    { key: 'postgres', title: 'Postgres' },
    { key: 'seconds', title: 'seconds for all', digits: 2, ratio: true },
  ],
  goals: [{ contestant: 'hub', key: 'cpu', atMost: 3, later: 2 }],
  async drive(context) {
    await come(context, warmUp);
    for (const client of context.clients.splice(0)) client.close();
    const count = context.settings.connecting;
    const stop = context.meter();
    await come(context, count);
    const used = stop();
    return {
      cpu: used.both / count,
      app: used.app / count,
      postgres: used.postgres / count,
      seconds: used.seconds,
      driver: used.driver,
      load: used.load,
    };
  },
};

async function come(context, count) {
  const { target, world } = context;
  const cursors = Array.from({ length: channels }, (_, channel) => ({
    channelId: channelId(channel),
    seq: world.messagesEach,
    subjectId: messageId(world, channel, world.messagesEach),
  }));
  // Elsewhere joining the rooms was all there is.
  const resume = async (client) => check(await client.ask('sync.resume', { userSeq: 0, channels: cursors }));
  await context.connect(count, { atOnce, ...(target.wire.session && { each: resume }) });
}

function check({ channels: found, gone, reset }) {
  if (found.length > 0 || gone.length > 0 || reset) throw new Error(`News of ${found.length}, lost ${gone.length}`);
}
