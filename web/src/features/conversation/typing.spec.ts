import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { TypingHeard } from './typing';

const amara = { id: 'a', name: 'Amara Banda', initials: 'AB' };

describe('writing', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('is shown until it ends, or nothing more is heard of it', () => {
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
