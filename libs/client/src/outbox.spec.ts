import type { SendMessage, SentMessage } from '@hub/contracts';
import { Failure } from '@hub/contracts/failure';
import { expect, it } from '@jest/globals';
import { Outbox, type OutboxStore, type Pending } from './outbox.js';

const draft = (body: string) => ({ channelId: 'c', topicTitle: 'Pumps', body });
const sent = ({ clientId }: SendMessage) => ({ clientId }) as SentMessage;

/** Resolves when the outbox looks like this. */
function reaching(outbox: Outbox, holds: (items: readonly Pending[]) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = () => holds(outbox.list()) && resolve();
    outbox.subscribe(look);
    look();
  });
}

it('sends in the order written, once there is a connection, and forgets what was acknowledged', async () => {
  const delivered: string[] = [];
  const outbox = new Outbox(async (input) => {
    delivered.push(input.body);
    return sent(input);
  });
  await outbox.add(draft('one'));
  await outbox.add(draft('two'));
  expect(outbox.list().map(({ state }) => state)).toEqual(['waiting', 'waiting']);
  outbox.connected(true);
  await reaching(outbox, (items) => items.length === 0);
  expect(delivered).toEqual(['one', 'two']);
});

it('keeps a refused text until its writer decides, and lets the next one pass', async () => {
  let refuses = true;
  const outbox = new Outbox(async (input) => {
    if (input.body === 'bad' && refuses) throw new Failure('FORBIDDEN', 'No.');
    return sent(input);
  });
  outbox.connected(true);
  const { input } = await outbox.add(draft('bad'));
  await outbox.add(draft('good'));
  await reaching(outbox, (items) => items.length === 1 && items[0]?.state === 'refused');
  expect(outbox.list()).toMatchObject([{ input: { body: 'bad' }, failure: { code: 'FORBIDDEN' } }]);
  refuses = false;
  outbox.retry(input.clientId);
  await reaching(outbox, (items) => items.length === 0);
});

it('tries again under the same clientId when the outcome is unknown', async () => {
  const tried: string[] = [];
  const outbox = new Outbox(async (input) => {
    tried.push(input.clientId);
    if (tried.length === 1) throw new Failure('UNAVAILABLE', 'No answer.');
    return sent(input);
  });
  outbox.connected(true);
  await outbox.add(draft('again'));
  await reaching(outbox, (items) => items.length === 0);
  expect(tried).toHaveLength(2);
  expect(new Set(tried).size).toBe(1);
});

it('finds after a reload what was on its way', async () => {
  const kept = new Map<string, Pending>();
  const store: OutboxStore = {
    load: async () => [...kept.values()],
    put: async (item) => void kept.set(item.input.clientId, item),
    remove: async (clientId) => void kept.delete(clientId),
  };
  await new Outbox(() => new Promise(() => undefined), store).add(draft('left behind'));
  const next = new Outbox(async (input) => sent(input), store);
  await next.restore();
  expect(next.list()).toMatchObject([{ input: { body: 'left behind' }, state: 'waiting' }]);
  next.connected(true);
  await reaching(next, (items) => items.length === 0);
  expect(kept.size).toBe(0);
});
