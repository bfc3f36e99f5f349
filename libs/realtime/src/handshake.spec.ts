/** What the gateway tells of those who came in. */
import { afterEach, expect, it } from '@jest/globals';
import { closeAll, pair } from '../../testing/src/live-nodes.js';
import { until } from '../../testing/src/until.js';

afterEach(closeAll);

it('tells which sessions are used, all at once and each once in five minutes, and again what could not be told', async () => {
  const { rows, a } = await pair({ reviewMs: 20 });
  const [amara, lars] = [await a.online('amara'), await a.online('lars')];
  rows.away = true;
  for (const { socket } of [amara, lars, amara]) await socket.emitWithAck('channel.mute', {});
  const told = (): string[][] => rows.used.map((ids) => ids.toSorted());
  await until(told, (rounds) => rounds.filter((ids) => ids.length === 2).length > 1);
  rows.away = false;
  const before = told().length;
  await until(told, (rounds) => rounds.length > before);
  const grace = await a.online('grace');
  for (const { socket } of [amara, grace]) await socket.emitWithAck('channel.mute', {});
  await until(told, (rounds) => rounds.some((ids) => ids.includes('grace')));
  expect(told().at(-1)).toEqual(['grace']);
});
