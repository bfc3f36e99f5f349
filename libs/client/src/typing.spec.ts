import { expect, it, jest } from '@jest/globals';
import { Typing } from './typing.js';

it('tells at most every three seconds that somebody writes, and once that they stopped', () => {
  jest.useFakeTimers({ now: 0 });
  try {
    const told: string[] = [];
    const typing = new Typing((topicId, on) => told.push(`${Date.now()} ${topicId} ${on}`));
    const at = (ms: number, topicId: string, on: boolean) => {
      jest.setSystemTime(ms);
      typing.set(topicId, on);
    };
    at(0, 't', false);
    at(0, 't', true);
    at(1_000, 't', true);
    at(1_000, 'u', true);
    at(3_000, 't', true);
    at(3_500, 't', false);
    at(3_600, 't', false);
    at(4_000, 't', true);
    at(6_000, 't', true);
    expect(told).toEqual(['0 t true', '1000 u true', '3000 t true', '3500 t false', '6000 t true']);
  } finally {
    jest.useRealTimers();
  }
});
