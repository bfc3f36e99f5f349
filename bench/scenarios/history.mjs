/** A page of history: what the hub's session, access check and contract add to the query itself. */
import { topicId, world } from '../world.mjs';
import { ask, askFor } from './requests.mjs';

const channels = 10;
const asked = world({ people: 50, channels, messages: 20_000 });
const atOnce = 4;

export const history = {
  name: 'history',
  about: 'the latest 50 messages of a topic over HTTP, 4 requests at once',
  base: 'page',
  contestants: ['page', 'hub'].map((target) => ({ label: target, target, world: asked })),
  figures: [
    { key: 'cpu', title: 'CPU us/page', ratio: true },
    { key: 'app', title: 'app' },
    { key: 'postgres', title: 'Postgres' },
    { key: 'pages', title: 'pages/s', ratio: true },
  ],
  goals: [{ contestant: 'hub', key: 'cpu', atMost: 2, later: 1.2 }],
  async drive({ target, origin, settings, meter }) {
    // Topics of different channels in turn, as different people read.
    const once = async (turn) => {
      const topic = topicId(turn % channels, turn % 7);
      const path = target.name === 'page' ? `/?topicId=${topic}` : `/api/topics/${topic}/messages`;
      const { status, text } = await ask(origin, path, { person: turn % asked.sessions });
      if (status !== 200 || text.length < 10_000) throw new Error(`${path} answered ${status}: ${text.slice(0, 200)}`);
    };
    await askFor(settings.warmUpMs, atOnce, once);
    const stop = meter();
    const pages = await askFor(settings.windowMs, atOnce, once);
    const used = stop();
    return {
      cpu: used.both / pages,
      app: used.app / pages,
      postgres: used.postgres / pages,
      pages: pages / used.seconds,
      driver: used.driver,
      load: used.load,
    };
  },
};
