import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Removals } from './removals';

describe('removing a message', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  function made(answer = Promise.resolve()) {
    const removed: string[] = [];
    const failures: unknown[] = [];
    const removals = new Removals(
      (id) => {
        removed.push(id);
        return answer;
      },
      (error) => failures.push(error),
    );
    return { removals, removed, failures };
  }

  it('reaches the hub after eight seconds, once', async () => {
    const { removals, removed } = made();
    removals.begin('m1');
    removals.begin('m1');
    expect(removals.list().get('m1')).toBe('undoable');
    await jest.advanceTimersByTimeAsync(7_900);
    expect(removed).toEqual([]);
    await jest.advanceTimersByTimeAsync(200);
    expect(removed).toEqual(['m1']);
    expect(removals.list().size).toBe(0);
  });

  it('never reaches it when it is undone', async () => {
    const { removals, removed } = made();
    removals.begin('m1');
    removals.undo('m1');
    expect(removals.list().size).toBe(0);
    await jest.advanceTimersByTimeAsync(20_000);
    expect(removed).toEqual([]);
  });

  it('happens at once when the page goes, and cannot be undone from then on', () => {
    const { removals, removed } = made();
    removals.begin('m1');
    removals.begin('m2');
    removals.finish();
    removals.undo('m1');
    expect(removed).toEqual(['m1', 'm2']);
    expect(removals.list().get('m1')).toBe('sent');
  });

  it('is told when it fails, and the message is there again', async () => {
    const refusal = new Error('No line');
    const { removals, failures } = made(Promise.reject(refusal));
    removals.begin('m1');
    await jest.advanceTimersByTimeAsync(8_100);
    expect(failures).toEqual([refusal]);
    expect(removals.list().size).toBe(0);
  });
});
