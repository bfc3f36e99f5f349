import { expect, it } from '@jest/globals';
import type { Report } from '@hub/contracts';
import { byMessage } from './by-message';

const report = (id: string, messageId: string) =>
  ({ id, message: { id: messageId }, channelName: 'Water', topicTitle: 'Pumps' }) as Report;

it('gathers the reports of one message where the first of them was', () => {
  const gathered = byMessage([report('1', 'a'), report('2', 'b'), report('3', 'a')]);
  expect(gathered.map(({ message, reports }) => [message.id, reports.map(({ id }) => id)])).toEqual([
    ['a', ['1', '3']],
    ['b', ['2']],
  ]);
});
