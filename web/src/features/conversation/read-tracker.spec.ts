import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Failure } from '@hub/contracts/failure';
import { ReadTracker, type Sight } from './read-tracker';

const sight = (first: number, last: number, part: Partial<Sight> = {}): Sight => ({
  first,
  last,
  before: first - 1,
  atEnd: false,
  ...part,
});

describe('what has been read', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  function tracked(seq = 10) {
    const told: [number, number][] = [];
    const tracker = new ReadTracker({ epoch: 1, seq }, (marker) => {
      told.push([marker.epoch, marker.seq]);
      return Promise.resolve();
    });
    return { tracker, told };
  }

  it('is what was in view for a second', () => {
    const { tracker, told } = tracked();
    tracker.see(sight(8, 15));
    jest.advanceTimersByTime(900);
    expect(told).toEqual([]);
    jest.advanceTimersByTime(200);
    expect(told).toEqual([[1, 15]]);
  });

  it('is not what only flew past, nor what is shown while the page is hidden', () => {
    const { tracker, told } = tracked();
    tracker.see(sight(8, 15));
    jest.advanceTimersByTime(500);
    tracker.see(sight(40, 50, { before: 39 }));
    jest.advanceTimersByTime(3000);
    tracker.see(undefined);
    jest.advanceTimersByTime(3000);
    expect(told).toEqual([]);
  });

  it('is only the part that stayed in view', () => {
    const { tracker, told } = tracked();
    tracker.see(sight(8, 15));
    jest.advanceTimersByTime(500);
    tracker.see(sight(12, 20));
    jest.advanceTimersByTime(500);
    expect(told).toEqual([[1, 15]]);
    jest.advanceTimersByTime(3000);
    expect(told).toEqual([
      [1, 15],
      [1, 20],
    ]);
  });

  it('leaves nothing out in between, unless the end was reached', () => {
    const { tracker, told } = tracked();
    tracker.see(sight(40, 50));
    jest.advanceTimersByTime(3000);
    expect(told).toEqual([]);
    tracker.see(sight(90, 99, { atEnd: true }));
    jest.advanceTimersByTime(3000);
    expect(told).toEqual([[1, 99]]);
  });

  it('is told at most every other second', () => {
    const { tracker, told } = tracked();
    for (let last = 11; last < 18; last++) {
      tracker.see(sight(5, last, { atEnd: true }));
      jest.advanceTimersByTime(1000);
    }
    tracker.stop();
    expect(told.map(([, seq]) => seq)).toEqual([11, 12, 14, 16, 17]);
  });

  it('does not grow while it is paused', () => {
    const { tracker, told } = tracked();
    tracker.pause();
    tracker.see(sight(8, 15));
    jest.advanceTimersByTime(5000);
    expect(told).toEqual([]);
    tracker.resume();
    jest.advanceTimersByTime(1000);
    expect(told).toEqual([[1, 15]]);
  });

  it('follows the other devices of the reader', () => {
    const { tracker, told } = tracked();
    expect(tracker.adopt({ epoch: 1, seq: 15 })).toBe(false);
    tracker.see(sight(8, 15));
    jest.advanceTimersByTime(5000);
    expect(told).toEqual([]);
    expect(tracker.adopt({ epoch: 2, seq: 9 })).toBe(true);
    expect(tracker.adopt({ epoch: 1, seq: 30 })).toBe(false);
    tracker.see(sight(8, 15));
    jest.advanceTimersByTime(1000);
    expect(told).toEqual([[2, 15]]);
  });

  it('is told again when nobody could be reached', async () => {
    const told: number[] = [];
    let reachable = false;
    const tracker = new ReadTracker({ epoch: 0, seq: 0 }, ({ seq }) => {
      told.push(seq);
      return reachable ? Promise.resolve() : Promise.reject(new Failure('UNAVAILABLE', 'No line.'));
    });
    tracker.see(sight(1, 3, { before: 0 }));
    await jest.advanceTimersByTimeAsync(1000);
    reachable = true;
    tracker.flush();
    tracker.flush();
    expect(told).toEqual([3, 3]);
  });
});
