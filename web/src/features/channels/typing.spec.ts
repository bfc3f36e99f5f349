import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { TypingHeard, TypingTold } from './typing';

const amara = { id: 'a', name: 'Amara Banda', initials: 'AB' };

describe('writing', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('is told at once, again every four seconds, and once when it ends', () => {
    const told: boolean[] = [];
    const typing = new TypingTold((on) => told.push(on));
    for (let second = 0; second < 6; second++) {
      typing.typed();
      jest.advanceTimersByTime(1000);
    }
    expect(told).toEqual([true, true]);
    jest.advanceTimersByTime(5000);
    expect(told).toEqual([true, true, false]);
    typing.stop();
    expect(told).toEqual([true, true, false]);
  });

  it('ends with sending', () => {
    const told: boolean[] = [];
    const typing = new TypingTold((on) => told.push(on));
    typing.typed();
    typing.stop();
    jest.advanceTimersByTime(20_000);
    expect(told).toEqual([true, false]);
  });

  it('of others is shown until they stop, or nothing more is heard', () => {
    const heard = new TypingHeard();
    let changes = 0;
    heard.subscribe(() => changes++);
    heard.hear(amara, true);
    heard.hear(amara, true);
    expect(heard.list()).toEqual([amara]);
    heard.hear(amara, false);
    expect(heard.list()).toEqual([]);
    heard.hear(amara, true);
    jest.advanceTimersByTime(8000);
    expect(heard.list()).toEqual([]);
    expect(changes).toBe(4);
  });
});
