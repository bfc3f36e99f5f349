/** What people look at in a hub with a million messages, one request after the other: the slowest of twenty counts. */
import { channelId, networkSlug, topicId } from '../world.mjs';
import { old } from './growth.mjs';
import { percentile } from './measured.mjs';
import { ask } from './requests.mjs';

const times = 60;
/** Signed in, in no network. */
const stranger = old.people;

const asked = [
  { key: 'latest', title: 'latest page', path: (turn) => `/api/topics/${topicId(turn % 10, turn % 50)}/messages` },
  {
    key: 'around',
    title: 'page in the middle',
    path: (turn) => `/api/topics/${topicId(turn % 10, turn % 50)}/messages?around=${10_000 + turn * 1000}`,
  },
  { key: 'topics', title: 'topic list', path: (turn) => `/api/channels/${channelId(turn % 10)}` },
  { key: 'network', title: 'network page', path: () => `/api/networks/${networkSlug(0)}` },
  { key: 'unread', title: 'unread', path: () => '/api/unread' },
  { key: 'bell', title: 'notifications', path: () => '/api/notifications' },
  {
    key: 'resume',
    title: 'resume, 10 behind',
    path: () => '/api/sync',
    body: (turn) => ({
      userSeq: 0,
      channels: Array.from({ length: 10 }, (_, channel) => ({
        channelId: channelId(channel),
        seq: old.messagesEach - (turn % 20),
      })),
    }),
  },
  {
    key: 'refused',
    title: 'refusal of a stranger',
    path: (turn) => `/api/topics/${topicId(turn % 10, turn % 50)}/messages`,
    person: stranger,
    status: 404,
  },
];

export const reads = {
  name: 'reads',
  about: 'p95 in milliseconds of what people read, 10^6 messages in 10 channels and 500 topics',
  base: 'hub',
  contestants: [{ label: 'hub', target: 'hub', world: old }],
  figures: asked.map(({ key, title }) => ({ key, title, digits: 1 })),
  goals: asked.map(({ key }) => ({ contestant: 'hub', key, value: true, atMost: 100, later: 30 })),
  async drive({ origin, meter }) {
    const stop = meter();
    const figures = {};
    for (const { key, path, body, person, status = 200 } of asked) {
      const took = [];
      for (let turn = 0; turn < times; turn++) {
        const began = performance.now();
        const answer = await ask(origin, path(turn), { person: person ?? turn % old.sessions, body: body?.(turn) });
        took.push(performance.now() - began);
        if (answer.status !== status) throw new Error(`${path(turn)} answered ${answer.status}: ${answer.text}`);
      }
      figures[key] = percentile(took, 0.95);
    }
    const { driver, load } = stop();
    return { ...figures, driver, load };
  },
};
