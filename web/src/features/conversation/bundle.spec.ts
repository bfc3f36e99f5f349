import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Bundle } from './bundle';

describe('announcements', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('come at once after quiet, then at most every two seconds', () => {
    const told: string[][] = [];
    const bundle = new Bundle<string>((items) => told.push(items), 2000);
    bundle.add('a');
    jest.advanceTimersByTime(1);
    expect(told).toEqual([['a']]);
    bundle.add('b');
    bundle.add('c');
    jest.advanceTimersByTime(1900);
    expect(told).toEqual([['a']]);
    jest.advanceTimersByTime(200);
    expect(told).toEqual([['a'], ['b', 'c']]);
  });

  it('end with the conversation', () => {
    const told: string[][] = [];
    const bundle = new Bundle<string>((items) => told.push(items), 2000);
    bundle.add('a');
    bundle.stop();
    jest.advanceTimersByTime(5000);
    expect(told).toEqual([]);
  });
});
