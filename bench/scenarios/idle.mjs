/** Connections on which nothing happens: what each costs in memory, and what all of them cost in CPU. */
import { setTimeout as sleep } from 'node:timers/promises';
import { world } from '../world.mjs';

const people = 5000;
const quietMs = 6_000;

export const idle = {
  name: 'idle',
  about: `${people} open connections in 5 channels each, garbage collected`,
  base: 'socketio',
  /** Memory that a round has touched stays with the process. */
  fresh: true,
  contestants: ['ws', 'socketio', 'hub'].map((target) => ({
    label: target,
    target,
    world: world({ people, channels: 5, messages: 50 }),
  })),
  figures: [
    { key: 'each', title: 'KB/connection', digits: 1, ratio: true },
    { key: 'base', title: 'base MB' },
    { key: 'app', title: 'app CPU %', digits: 1 },
    { key: 'postgres', title: 'Postgres CPU %', digits: 1 },
  ],
  goals: [
    { contestant: 'hub', key: 'each', value: true, atMost: 28, later: 19, whole: true },
    { contestant: 'hub', key: 'base', value: true, atMost: 160, later: 120 },
  ],
  async drive(context) {
    await context.collect();
    const base = context.memory();
    const count = context.settings.idle;
    await context.connect(count, { atOnce: 50 });
    await sleep(1000);
    await context.collect();
    const full = context.memory();
    const stop = context.meter();
    await sleep(quietMs);
    const { app, postgres, seconds, driver, load } = stop();
    return {
      each: (full - base) / count,
      base: base / 1024,
      app: (app / seconds / 1e6) * 100,
      postgres: (postgres / seconds / 1e6) * 100,
      driver,
      load,
    };
  },
};
