import { expect, it } from '@jest/globals';
import { setImmediate as turn } from 'node:timers/promises';
import { Together } from './together.js';

/** Reads that note what they are asked for; each ends when it is told how. */
function noted() {
  const reads: { keys: string[]; answer: (...found: string[]) => void; fail: (error: Error) => void }[] = [];
  const together = new Together<string>(
    (keys) =>
      new Promise((resolve, reject) => {
        const answer = (...found: string[]) => resolve(new Map(found.map((key) => [key, `found ${key}`])));
        reads.push({ keys, answer, fail: reject });
      }),
  );
  return { together, reads };
}

it('asks for what comes within a turn at once, and for what comes meanwhile in the next statement', async () => {
  const { together, reads } = noted();
  const first = [together.ask('a'), together.ask('b'), together.ask('a')];
  await turn();
  const later = together.ask('a');
  await turn();
  expect(reads.map(({ keys }) => keys)).toEqual([['a', 'b']]);
  reads[0]?.answer('a');
  expect(await Promise.all(first)).toEqual(['found a', undefined, 'found a']);
  await turn();
  expect(reads.map(({ keys }) => keys)).toEqual([['a', 'b'], ['a']]);
  reads[1]?.answer('a');
  expect(await later).toBe('found a');
});

it('fails those that were asked for together while Postgres is away, and nobody after them', async () => {
  const { together, reads } = noted();
  const failing = Promise.allSettled([together.ask('a'), together.ask('b')]);
  await turn();
  reads[0]?.fail(new Error('Connection terminated'));
  expect((await failing).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  const next = together.ask('a');
  await turn();
  reads[1]?.answer('a');
  expect(await next).toBe('found a');
});

it('fails only the one that breaks the statement for all', async () => {
  const { together, reads } = noted();
  const all = Promise.allSettled([together.ask('a'), together.ask('b')]);
  await turn();
  reads[0]?.fail(new Error('division by zero'));
  await turn();
  reads[1]?.fail(new Error('division by zero'));
  await turn();
  reads[2]?.answer('b');
  expect(reads.map(({ keys }) => keys)).toEqual([['a', 'b'], ['a'], ['b']]);
  expect((await all).map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
});

it('asks for so many at most', async () => {
  const { together, reads } = noted();
  const all = Promise.all(Array.from({ length: 70 }, (_, n) => together.ask(String(n))));
  await turn();
  reads[0]?.answer();
  await turn();
  reads[1]?.answer();
  await all;
  expect(reads.map(({ keys }) => keys.length)).toEqual([64, 6]);
});
