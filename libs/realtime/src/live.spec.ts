/** Whom a room tells what, and whom not. */
import { afterEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { closeAll, pair } from '../../testing/src/live-nodes.js';
import { until } from '../../testing/src/until.js';
import { channelRoom } from './rooms.js';

afterEach(closeAll);

describe('whoever leaves', () => {
  it('hears nothing from then on, not even what was said in the same turn', async () => {
    const { rows, a } = await pair();
    const [amara, lars] = [await a.online('amara'), await a.online('lars')];
    a.emit(rows.said());
    await lars.hears(3);
    a.emit(rows.said(), rows.left('lars'), rows.said());
    a.emit(rows.said());
    await amara.hears(3, 4, 5, 6, 7);
    expect(lars.seqs()).toEqual([3]);
  });

  it('hears nothing later on another node, in whatever order the hints come there and without one that says so', async () => {
    const { rows, a, b } = await pair();
    const [amara, lars] = [await b.online('amara'), await b.online('lars')];
    const [said, left, after] = [rows.said(), rows.left('lars'), rows.said()];
    for (const event of [after, left, said]) {
      a.emit(event);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await amara.hears(3, 4, 5);
    expect(lars.seqs()).not.toContain(5);
    expect(b.live.listeners('c')).toBe(1);
  });

  it('is not put back by rows that were read before', async () => {
    const { rows, a } = await pair({ reviewMs: 5 });
    const [amara, lars] = [await a.online('amara'), await a.online('lars')];
    let release: () => void = () => undefined;
    rows.held = new Promise((resolve) => (release = resolve));
    const late = a.connect('lars');
    rows.mark++;
    // The handshake and the review of both sockets have read their rows and wait.
    await until(
      () => rows.waiting,
      (count) => count === 3,
    );
    a.emit(rows.left('lars'));
    rows.held = undefined;
    release();
    await once(late.socket as never, 'connect');
    a.emit(rows.said());
    await amara.hears(3, 4);
    expect([...lars.seqs(), ...late.seqs()]).toEqual([]);
  });
});

describe('whoever joins', () => {
  it('hears from then on, on every node, also where nobody heard the channel before', async () => {
    const { rows, a, b } = await pair();
    const [grace, amara] = [await b.online('grace'), await a.online('amara')];
    a.emit(rows.said());
    a.emit(rows.joined('grace'));
    a.emit(rows.said());
    await amara.hears(3, 4, 5);
    await grace.hears(4, 5);
  });

  it('hears what comes after their joining, also where the hint of it comes later', async () => {
    const { rows, a, b } = await pair();
    const grace = await b.online('grace');
    a.live.behind(channelRoom('c'), 2, rows.joined('grace').seq);
    const said = rows.said();
    a.live.join('grace', 'c', 2);
    await grace.hears(3, 4);
    a.emit(said, rows.said());
    await grace.hears(3, 4, 5);
  });

  it('and left again is not let in by a hint of their joining that comes last', async () => {
    const { rows, a, b } = await pair();
    const [amara, grace] = [await b.online('amara'), await b.online('grace')];
    const events = [rows.joined('grace'), rows.left('grace')];
    a.emit(...events);
    await amara.hears(3, 4);
    a.live.join('grace', 'c', 2);
    a.emit(rows.said());
    await amara.hears(3, 4, 5);
    expect(grace.seqs()).not.toContain(5);
  });

  it('hears also when no event says so', async () => {
    const { rows, a, b } = await pair();
    const grace = await b.online('grace');
    rows.members.add('grace');
    a.live.join('grace', 'c');
    await until(() => b.live.listeners('c'), (count) => count === 1); // prettier-ignore
    a.emit(rows.said());
    await grace.hears(3);
  });
});

describe('a node that hears no hints', () => {
  it('tells everything in order by its sweep, and lets nobody hear what came after they left', async () => {
    const { rows, line, a, b } = await pair({ sweepMs: 20 });
    const [amara, lars] = [await b.online('amara'), await b.online('lars')];
    line.deaf = true;
    a.emit(rows.said());
    a.emit(rows.left('lars'));
    a.live.leave('lars', 'c');
    a.emit(rows.said());
    await amara.hears(3, 4, 5);
    expect(lars.seqs()).not.toContain(5);
    line.deaf = false;
    a.emit(rows.said());
    await amara.hears(3, 4, 5, 6);
  });

  it('tells also the first events of a channel whose listeners came before them', async () => {
    const { rows, line, a, b } = await pair({ sweepMs: 20 });
    line.deaf = true;
    const amara = await b.online('amara');
    a.emit(rows.said(), rows.said());
    await amara.hears(3, 4);
  });
});

it('tells the heads of rooms in which something happened lately', async () => {
  const { rows, a } = await pair({ digestMs: 30, movedMs: 100 });
  const amara = await a.online('amara');
  const digests = () => amara.told.filter(({ kind }) => kind === 'sync.digest');
  a.emit(rows.said());
  await amara.hears(3);
  await until(() => digests().length, (n) => n >= 2); // prettier-ignore
  expect(digests()[0]).toEqual({ kind: 'sync.digest', heads: [{ channelId: 'c', seq: 3 }] });
});

it('tells what is volatile on every node, and not to whom it comes from', async () => {
  const { a, b } = await pair();
  const [amara, lars] = [await a.online('amara'), await b.online('lars')];
  const typing = { kind: 'typing.changed', channelId: 'c', topicId: 't', person: { id: 'amara' }, typing: true };
  const other = { ...typing, person: { id: 'lars' } };
  a.live.whisper('c', typing as never, { except: 'amara' });
  b.live.whisper('c', other as never, { except: 'lars' });
  await until(() => [...amara.told, ...lars.told], (told) => told.length === 2); // prettier-ignore
  expect([amara.told, lars.told]).toEqual([[other], [typing]]);
});
