import type { SendMessage, SentMessage } from '@hub/contracts';
import { Failure } from '@hub/contracts/failure';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileOutbox } from './file-outbox.js';
import { Outbox, type OutboxChange, type OutboxStore, type Pages, type Pending } from './outbox.js';

const draft = (body: string) => ({ channelId: 'c', topicTitle: 'Pumps', body });
const sent = async ({ clientId }: SendMessage) => ({ clientId }) as SentMessage;
const never = () => new Promise<SentMessage>(() => undefined);
const bodies = (outbox: Outbox) => outbox.list().map(({ input }) => input.body);

/** Resolves when the outbox looks like this. */
function reaching(outbox: Outbox, holds: (items: readonly Pending[]) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = () => holds(outbox.list()) && resolve();
    outbox.subscribe(look);
    look();
  });
}
const emptied = (outbox: Outbox) => reaching(outbox, (items) => items.length === 0);

function memory(): OutboxStore & { kept: Map<string, Pending> } {
  const kept = new Map<string, Pending>();
  return {
    kept,
    load: async () => [...kept.values()],
    put: async (item) => void kept.set(item.input.clientId, item),
    remove: async (clientId) => void kept.delete(clientId),
  };
}

it('sends in the order written, once there is a connection, and forgets what was acknowledged', async () => {
  const delivered: string[] = [];
  const deliver = (input: SendMessage) => {
    delivered.push(input.body);
    return sent(input);
  };
  const outbox = new Outbox({ deliver });
  await outbox.add(draft('one'));
  await outbox.add({ ...draft('two'), replyToId: 'm1' });
  expect(outbox.list().map(({ state }) => state)).toEqual(['waiting', 'waiting']);
  expect(outbox.list()[1]?.input.replyToId).toBe('m1');
  outbox.connected(true);
  await emptied(outbox);
  expect(delivered).toEqual(['one', 'two']);
});

it('keeps a refused text until its writer decides, and lets the next one pass', async () => {
  let refuses = true;
  const deliver = (input: SendMessage) => {
    if (input.body === 'bad' && refuses) throw new Failure('FORBIDDEN', 'No.');
    return sent(input);
  };
  const outbox = new Outbox({ deliver: async (input) => deliver(input) });
  outbox.connected(true);
  const { input } = await outbox.add(draft('bad'));
  await outbox.add(draft('good'));
  await reaching(outbox, (items) => items.length === 1 && items[0]?.state === 'refused');
  expect(outbox.list()).toMatchObject([{ input: { body: 'bad' }, failure: { code: 'FORBIDDEN' } }]);
  refuses = false;
  outbox.retry(input.clientId);
  await emptied(outbox);
});

it('tries again under the same clientId when the outcome is unknown', async () => {
  const tried: string[] = [];
  const outbox = new Outbox({
    deliver: async (input) => {
      tried.push(input.clientId);
      if (tried.length === 1) throw new Failure('UNAVAILABLE', 'No answer.');
      return sent(input);
    },
  });
  outbox.connected(true);
  await outbox.add(draft('again'));
  await reaching(outbox, ([item]) => tried.length === 1 && item?.state === 'waiting');
  outbox.again();
  await emptied(outbox);
  expect(tried).toHaveLength(2);
  expect(new Set(tried).size).toBe(1);
});

it('finds after a reload what was on its way, also what was just being sent', async () => {
  const store = memory();
  const { input } = await new Outbox({ deliver: never, store }).add(draft('left behind'));
  store.kept.set(input.clientId, { ...(store.kept.get(input.clientId) as Pending), state: 'sending' });
  const next = new Outbox({ deliver: sent, store });
  await next.restore();
  expect(next.list()).toMatchObject([{ input: { body: 'left behind' }, state: 'waiting' }]);
  next.connected(true);
  await emptied(next);
  expect(store.kept.size).toBe(0);
});

it('sends nothing that somebody else wrote', async () => {
  const store = memory();
  await new Outbox({ deliver: never, store, personId: 'amara' }).add(draft("Amara's"));
  const outbox = new Outbox({ deliver: sent, store, personId: 'lars' });
  await outbox.restore();
  outbox.connected(true);
  await outbox.add(draft("Lars's"));
  await reaching(outbox, (items) => items.length === 1);
  expect(bodies(outbox)).toEqual(["Amara's"]);
});

it('tells before a sign-out what would be lost, and loses it then', async () => {
  const store = memory();
  const outbox = new Outbox({ deliver: never, store });
  outbox.connected(true);
  await outbox.add(draft('one'));
  await outbox.add(draft('two'));
  expect(outbox.leaving()).toBe(2);
  await outbox.empty();
  expect([outbox.leaving(), store.kept.size]).toEqual([0, 0]);
});

describe('several pages', () => {
  /** What a browser's locks and channels do between pages. */
  function browser(): Pages {
    const pages: { heard: (change: OutboxChange) => void; leads: (leads: boolean) => void }[] = [];
    let leader: (typeof pages)[number] | undefined;
    const lead = (page: (typeof pages)[number] | undefined) => {
      if (page === leader) return;
      leader?.leads(false);
      leader = page;
      page?.leads(true);
    };
    return {
      open: (page) => {
        pages.push(page);
        if (!leader) lead(page);
        return {
          tell: (change) => pages.filter((one) => one !== page).forEach(({ heard }) => heard(change)),
          lead: () => lead(page),
          close: () => {
            pages.splice(pages.indexOf(page), 1);
            if (leader === page) lead(pages[0]);
          },
        };
      },
    };
  }

  it('show the same, and the one where somebody wrote last sends', async () => {
    const store = { ...memory(), pages: browser() };
    const by: string[] = [];
    const page = (name: string) =>
      new Outbox({
        store,
        deliver: (input) => {
          by.push(`${name}: ${input.body}`);
          return sent(input);
        },
      });
    const [first, second] = [page('first'), page('second')];
    await first.restore();
    await second.restore();
    await first.add(draft('one'));
    await reaching(second, (items) => items.length === 1);
    await second.add(draft('two'));
    expect([bodies(first), bodies(second)]).toEqual([
      ['one', 'two'],
      ['one', 'two'],
    ]);
    first.connected(true);
    second.connected(true);
    await Promise.all([emptied(first), emptied(second)]);
    expect(by).toEqual(['second: one', 'second: two']);
    await first.add(draft('three'));
    await Promise.all([emptied(first), emptied(second)]);
    expect(by.at(-1)).toBe('first: three');
  });

  it('go on for one that closes while it sends', async () => {
    const store = { ...memory(), pages: browser() };
    const closing = new Outbox({ store, deliver: never });
    const staying = new Outbox({ store, deliver: sent });
    await closing.restore();
    await staying.restore();
    for (const outbox of [closing, staying]) outbox.connected(true);
    await closing.add(draft('half way'));
    await reaching(staying, ([item]) => item?.state === 'sending');
    closing.close();
    await emptied(staying);
  });
});

describe('in a file', () => {
  let folder: string;
  let path: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'outbox-'));
    path = join(folder, 'outbox.jsonl');
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('survives the program, and a line that was cut short', async () => {
    const outbox = new Outbox({ deliver: sent, store: fileOutbox(path) });
    await outbox.restore();
    const gone = await outbox.add(draft('taken back'));
    await outbox.add(draft('kept'));
    await outbox.discard(gone.input.clientId);
    await writeFile(path, `${await readFile(path, 'utf8')}\n{"put":{"inp`);
    const store = fileOutbox(path);
    const next = new Outbox({ deliver: sent, store });
    await next.add(draft('written at once'));
    await next.restore();
    expect(bodies(next)).toEqual(['kept', 'written at once']);
    expect((await readFile(path, 'utf8')).trim().split('\n')).toHaveLength(2);
    expect((await stat(path)).mode & 0o077).toBe(0);
    next.connected(true);
    await emptied(next);
    // What one store does, it does in turn: another could read before the last line was written.
    expect(await store.load()).toEqual([]);
  });
});
