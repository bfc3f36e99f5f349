import { expect, it } from '@jest/globals';
import { setImmediate as turn } from 'node:timers/promises';
import { SendingQueue, type Queued } from './sending-queue.js';

interface Sent extends Queued {
  name: string;
}

const message = (name: string, channelId = 'a', clientId = name): Sent => ({
  name,
  draft: { channelId, authorId: 'amara', clientId },
});

/** A store that notes what it is given; each statement ends when it is told which channels were held. */
function noted() {
  const statements: { names: string[]; patient: boolean; end: (held?: string[]) => void }[] = [];
  const queue = new SendingQueue<Sent>(
    (batch, { patient }) =>
      new Promise((resolve) => {
        const end = (held: string[] = []) => resolve(batch.filter(({ draft }) => held.includes(draft.channelId)));
        statements.push({ names: batch.map(({ name }) => name), patient, end });
      }),
  );
  return { queue, statements, said: () => statements.map(({ names, patient }) => [names.join(' '), patient]) };
}

it('takes what comes within a turn together, whatever its channel, and what comes meanwhile into the next', async () => {
  const { queue, statements, said } = noted();
  queue.add(message('1'));
  queue.add(message('2', 'b'));
  await turn();
  queue.add(message('3'));
  await turn();
  expect(said()).toEqual([['1 2', false]]);
  statements[0]?.end();
  await turn();
  expect(said()).toEqual([
    ['1 2', false],
    ['3', false],
  ]);
});

it('sends a second try of a message only after the first', async () => {
  const { queue, statements, said } = noted();
  for (const name of ['1', '2', '3']) queue.add(message(name, 'a', name === '3' ? '1' : name));
  await turn();
  expect(said()).toEqual([['1 2', false]]);
  statements[0]?.end();
  await turn();
  expect(said().at(-1)).toEqual(['3', false]);
});

it('takes no more than a statement carries', async () => {
  const { queue, statements } = noted();
  for (let n = 0; n < 100; n++) queue.add(message(String(n)));
  await turn();
  statements[0]?.end();
  await turn();
  expect(statements.map(({ names }) => names.length)).toEqual([64, 36]);
});

it('lets a held channel wait by itself, in its order, and the others go on', async () => {
  const { queue, statements, said } = noted();
  queue.add(message('a1'));
  queue.add(message('b1', 'b'));
  await turn();
  queue.add(message('a2'));
  queue.add(message('b2', 'b'));
  statements[0]?.end(['a']);
  await turn();
  queue.add(message('a3'));
  expect(said()).toEqual([
    ['a1 b1', false],
    ['a1 a2', true],
    ['b2', false],
  ]);
  statements[1]?.end();
  await turn();
  expect(said().at(-1)).toEqual(['a3', true]);
  statements.at(-1)?.end();
  await turn();
  statements[2]?.end();
  queue.add(message('a4'));
  await turn();
  expect(said().at(-1)).toEqual(['a4', false]);
});
