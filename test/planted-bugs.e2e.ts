/**
 * The checker proves itself: each of these bugs is planted in the real hub, in its database or in a client, and a short
 * run on two nodes must be found guilty of what the bug does. Without any, the same run is clean.
 */
import { hub, type TestHub } from '@hub/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { check, rules, zeros, type Rule, type Verdict } from './checker/check.js';
import { hearingBugs } from './faults/hearing-bugs.js';
import type { Bug } from './faults/planting.js';
import { assemble, graceMs, play } from './faults/play.js';
import { writingBugs } from './faults/writing-bugs.js';

const bugs = [...writingBugs, ...hearingBugs];

/** How long the end is waited for, ms: a bug may keep it from coming, and without one it comes. */
const patience = { withBug: 4_000, without: 30_000 };

let here: TestHub;
let second: TestHub;
let caught = 0;

beforeAll(async () => {
  here = await hub();
  second = await here.another();
}, 60_000);

afterAll(async () => {
  await here?.close();
  console.info(`planted bugs: ${caught} of ${bugs.length} caught`);
});

async function run(bug?: Bug): Promise<Verdict> {
  const nodes = [here.app, second.app];
  const cast = await assemble(here.database, nodes, bug ? patience.withBug : patience.without);
  let takeOut: (() => unknown) | undefined;
  try {
    takeOut = await bug?.plant(cast);
    await play(cast);
  } finally {
    await cast.world.close();
    await takeOut?.();
  }
  return check(cast.world.recorder.history, { graceMs });
}

it('a run without a bug is clean', async () => {
  const verdict = await run();
  console.info(`${zeros(verdict, rules)}; of ${JSON.stringify(verdict.counts)}`);
  expect(verdict.violations).toEqual([]);
}, 60_000);

describe('is caught:', () => {
  it.each(bugs)(
    '$name ($expected)',
    async (bug) => {
      const { violations } = await run(bug);
      const broken = new Set<Rule>(violations.map(({ rule }) => rule));
      const expected = [bug.expected].flat();
      expect({ broken: [...broken], caught: expected.some((rule) => broken.has(rule)) }).toMatchObject({
        caught: true,
      });
      caught++;
    },
    60_000,
  );
});
