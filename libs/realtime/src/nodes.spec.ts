import { beforeEach, expect, it } from '@jest/globals';
import { until } from '../../testing/src/until.js';
import type { NodeHint } from './hints.js';
import { Nodes } from './nodes.js';

/** Two nodes that hear each other unless the line between them is cut, and what the second reports. */
let cut: boolean;
let a: Nodes;
let b: Nodes;
let told: string[];

beforeEach(() => {
  cut = false;
  const timing = { silentMs: 0, peopleMs: 0 };
  a = new Nodes('a', (hint) => pass('a', b, hint), timing);
  b = new Nodes('b', (hint) => pass('b', a, hint), timing);
  told = [];
  b.onComing((personId, here) => told.push(`${personId} ${here ? 'came' : 'went'}`));
});

function pass(from: string, to: Nodes, hint: NodeHint): void {
  if (!cut) to.hear(from, hint);
}

const reports = (...all: string[]) =>
  until(
    () => told.join(),
    (now) => now === all.join(),
  );

it('know of no other until they hear of one', () => {
  expect([a.alone, b.alone]).toEqual([true, true]);
  a.sayEverybody();
  expect([a.alone, b.alone]).toEqual([true, false]);
});

it('tell each other who came and went', async () => {
  a.moved('amara', true);
  await reports('amara came');
  expect(b.isHere('amara')).toBe(true);
  a.moved('amara', false);
  await reports('amara came', 'amara went');
  expect(b.isHere('amara')).toBe(false);
});

it('count somebody as here as long as any node holds a socket', async () => {
  b.moved('amara', true);
  a.moved('amara', true);
  await reports('amara came', 'amara came');
  b.moved('amara', false);
  expect(b.isHere('amara')).toBe(true);
  a.moved('amara', false);
  await reports('amara came', 'amara came', 'amara went');
});

it('find by the next beat what was lost on the way, however many people it is', async () => {
  a.sayEverybody();
  const people = Array.from({ length: 500 }, (_, n) => `person ${n}`);
  cut = true;
  for (const personId of people) a.moved(personId, true);
  // Said to nobody: the change is older than the next one, which comes through.
  await new Promise((resolve) => setTimeout(resolve));
  cut = false;
  a.moved('amara', true);
  await until(
    () => b.isHere('amara'),
    (here) => here,
  );
  expect(people.every((personId) => b.isHere(personId))).toBe(true);
});

it('forget a silent node, and at once one that says goodbye, with everybody it held', async () => {
  a.moved('amara', true);
  a.sayEverybody();
  await until(
    () => {
      b.forgetSilent();
      return b.alone;
    },
    (alone) => alone,
  );
  a.sayEverybody();
  a.stop();
  expect(told).toEqual(['amara came', 'amara went', 'amara came', 'amara went']);
});
